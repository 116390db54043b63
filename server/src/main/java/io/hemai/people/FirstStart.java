package io.hemai.people;

import io.hemai.access.RightsVersion;
import io.hemai.identity.FirstAdministrator;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Preparation;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes everything ready before the first request: all tenants' tables, and on the very first start the company itself. */
@Component
class FirstStart implements SmartLifecycle {
    /** Well before the web server, which is among the last to start. */
    private static final int EARLY = 0;

    private final Preparation preparation;
    private final Tenants tenants;
    private final Founding founding;
    private final FirstAdministrator first;
    private final RightsVersion rights;
    private final TenantTransactions transactions;
    private volatile boolean running;

    FirstStart(
            Preparation preparation,
            Tenants tenants,
            Founding founding,
            FirstAdministrator first,
            RightsVersion rights,
            TenantTransactions transactions) {
        this.preparation = preparation;
        this.tenants = tenants;
        this.founding = founding;
        this.first = first;
        this.rights = rights;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        preparation.run();
        tenants.find(TenantId.MAIN).or(this::made).ifPresent(main -> CurrentTenant.run(main, this::admit));
        running = true;
    }

    /** Made here, unless another node that starts at the same time was quicker. */
    private Optional<Tenant> made() {
        try {
            return Optional.of(tenants.create(TenantId.MAIN, Tenant.UNNAMED));
        } catch (Refusal quicker) {
            return tenants.find(TenantId.MAIN);
        }
    }

    private void admit() {
        if (first.isNeeded()) {
            transactions.write(() -> {
                // nodes that start together wait here for one another
                rights.raise();
                if (first.isNeeded()) {
                    RecordId administrator = founding.administrator(first.login());
                    first.admit(administrator, Founding.administratorName());
                }
            });
        } else {
            transactions.write(first::admitAgain);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
