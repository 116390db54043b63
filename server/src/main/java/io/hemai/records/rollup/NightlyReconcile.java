package io.hemai.records.rollup;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Nights;
import io.hemai.tenancy.OutdatedMetadata;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks every tenant's roll-ups and formulas once a night; what was wrong is corrected, logged and counted. */
@Component
class NightlyReconcile {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyReconcile.class);
    private static final String CHORE = "reconcile";

    private final Tenants tenants;
    private final Nights nights;
    private final Reconcile rollUps;
    private final ReconcileFormulas formulas;

    NightlyReconcile(Tenants tenants, Nights nights, Reconcile rollUps, ReconcileFormulas formulas) {
        this.tenants = tenants;
        this.nights = nights;
        this.rollUps = rollUps;
        this.formulas = formulas;
    }

    /** Every node asks every hour; the first one to ask in a tenant's night does it. */
    @Scheduled(cron = "${hemai.reconcile:0 17 * * * *}")
    void run() {
        tenants.forEachActive("checking roll-ups and formulas", this::check);
    }

    /** Checks the tenant unless that was done this night; says whether. */
    boolean check(Tenant tenant) {
        if (!nights.take(tenant, CHORE)) {
            return false;
        }
        int wrong = whole(tenant, () -> rollUps.run().size());
        int otherwise = whole(tenant, formulas::run);
        LOG.info("{}: {} roll-ups were wrong, formulas of {} records stood otherwise", tenant.id(), wrong, otherwise);
        return true;
    }

    /** From its beginning again when somebody shapes the objects meanwhile. */
    private int whole(Tenant tenant, Supplier<Integer> work) {
        while (true) {
            try {
                return CurrentTenant.call(tenants.require(tenant.id()), work);
            } catch (OutdatedMetadata changed) {
                LOG.info("{}: the objects changed during the check", tenant.id());
            }
        }
    }
}
