package io.hemai.tenancy;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tenants of this installation: found, made, prepared and, when broken, set aside. */
@Component
public class Tenants {
    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);
    private static final String ACTIVE = "active";

    private final DSLContext sql;
    private final TenantSchema schema;
    private final ObjectProvider<TenantSetup> setups;

    Tenants(DSLContext sql, TenantSchema schema, ObjectProvider<TenantSetup> setups) {
        this.sql = sql;
        this.schema = schema;
        this.setups = setups;
    }

    /** The tenant as it is now. */
    public Optional<Tenant> find(TenantId id) {
        return sql.select(PlatformTenant.TABLE.asterisk())
                .from(PlatformTenant.TABLE)
                .where(PlatformTenant.ID.eq(id.name()).and(PlatformTenant.STATE.eq(ACTIVE)))
                .fetchOptional(PlatformTenant::read);
    }

    /** The tenant as it is now, or a refusal. */
    public Tenant require(TenantId id) {
        return find(id).orElseThrow(() -> Refusal.of(TenancyError.UNKNOWN_TENANT, id.name()));
    }

    /** All tenants that are in use. */
    public List<Tenant> active() {
        return sql.select(PlatformTenant.TABLE.asterisk())
                .from(PlatformTenant.TABLE)
                .where(PlatformTenant.STATE.eq(ACTIVE))
                .orderBy(PlatformTenant.ID)
                .fetch(PlatformTenant::read);
    }

    /** Makes a tenant and everything the modules keep for it. */
    public Tenant create(TenantId id, String label) {
        int made = sql.insertInto(PlatformTenant.TABLE)
                .set(PlatformTenant.ID, id.name())
                .set(PlatformTenant.LABEL, label)
                .onConflictDoNothing()
                .execute();
        if (made == 0) {
            throw Refusal.ofField("name", TenancyError.EXISTS, id.name());
        }
        Tenant tenant = require(id);
        prepare(tenant);
        return require(id);
    }

    /** Makes or completes everything the modules keep for the tenant. */
    public void prepare(Tenant tenant) {
        CurrentTenant.run(tenant, () -> {
            schema.create(tenant);
            setups.orderedStream().forEach(setup -> setup.prepare(tenant));
        });
    }

    /** Prepares all tenants; one that cannot be prepared is set aside with the reason and the others go on. */
    public void prepareAll() {
        for (Tenant tenant : active()) {
            try {
                prepare(tenant);
            } catch (RuntimeException broken) {
                LOG.error("tenant {} is set aside", tenant.id(), broken);
                setAside(tenant, broken);
            }
        }
    }

    private void setAside(Tenant tenant, RuntimeException broken) {
        sql.update(PlatformTenant.TABLE)
                .set(PlatformTenant.STATE, "set_aside")
                .set(PlatformTenant.STATE_REASON, broken.toString())
                .where(PlatformTenant.ID.eq(tenant.id().name()))
                .execute();
    }
}
