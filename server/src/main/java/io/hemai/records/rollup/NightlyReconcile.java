package io.hemai.records.rollup;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Nights;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks every tenant's roll-ups once a night; what was wrong is corrected, logged and counted. */
@Component
class NightlyReconcile {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyReconcile.class);
    private static final String CHORE = "reconcile";

    private final Tenants tenants;
    private final Nights nights;
    private final Reconcile reconcile;

    NightlyReconcile(Tenants tenants, Nights nights, Reconcile reconcile) {
        this.tenants = tenants;
        this.nights = nights;
        this.reconcile = reconcile;
    }

    /** Every node asks every hour; the first one to ask in a tenant's night does it. */
    @Scheduled(cron = "${hemai.reconcile:0 17 * * * *}")
    void run() {
        tenants.forEachActive("checking the roll-ups", this::check);
    }

    /** Checks the tenant unless that was done this night; says whether. */
    boolean check(Tenant tenant) {
        if (!nights.take(tenant, CHORE)) {
            return false;
        }
        List<Reconcile.Difference> differences = CurrentTenant.call(tenant, reconcile::run);
        LOG.info("{}: the roll-ups are checked, {} were wrong", tenant.id(), differences.size());
        return true;
    }
}
