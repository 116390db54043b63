package io.hemai.automation.run;

import io.hemai.automation.store.RunStore;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.tenancy.DueWork;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.hemai.tenancy.Writings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has runs take their steps when they are due. */
@Component
class FlowWorker extends DueWork {
    private final FlowWork work;
    private final FlowClocks clocks;
    private final RunStore runs;
    private final TenantTransactions transactions;

    FlowWorker(
            FlowWork work,
            FlowClocks clocks,
            RunStore runs,
            TenantTransactions transactions,
            Writings writings,
            Tenants tenants,
            Clock clock) {
        super("flows", RunStore.TABLES, writings, tenants, clock);
        this.work = work;
        this.clocks = clocks;
        this.runs = runs;
        this.transactions = transactions;
    }

    @Override
    protected boolean takeSome() {
        boolean started = clocks.startSome();
        return work.takeSome() > 0 || started;
    }

    @Override
    protected Optional<Instant> nextDue() {
        return Acting.call(
                new SystemIdentity("flows", "flows"),
                () -> transactions.read(() -> Stream.of(runs.next(), clocks.next())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())));
    }
}
