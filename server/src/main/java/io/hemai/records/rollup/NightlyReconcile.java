package io.hemai.records.rollup;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Nights;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
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
        int wrong = CurrentTenant.call(tenant, rollUps::run).size();
        int otherwise = CurrentTenant.call(tenant, formulas::run);
        LOG.info("{}: {} roll-ups were wrong, formulas of {} records stood otherwise", tenant.id(), wrong, otherwise);
        return true;
    }
}
