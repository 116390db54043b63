package io.hemai.tenancy;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tenants of this installation: found, made and prepared. */
@Component
public class Tenants {
    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);

    private static final int MOST_TRIES = 5;

    private final DSLContext sql;
    private final TenantSchema schema;
    private final ObjectProvider<TenantSetup> setups;

    Tenants(DSLContext sql, TenantSchema schema, ObjectProvider<TenantSetup> setups) {
        this.sql = sql;
        this.schema = schema;
        this.setups = setups;
    }

    /** A tenant, whether it is in use or not. */
    public record Listed(Tenant tenant, TenantState state) {}

    /** The tenant as it is now; empty when there is none, or it is not in use. */
    public Optional<Tenant> find(TenantId id) {
        return listed(id).filter(l -> l.state() == TenantState.ACTIVE).map(Listed::tenant);
    }

    /** Whether there is such a tenant, in use or not. */
    public boolean knows(TenantId id) {
        return listed(id).isPresent();
    }

    /** The tenant as it is now, or a refusal. */
    public Tenant require(TenantId id) {
        Listed found = listed(id).orElseThrow(() -> Refusal.of(TenancyError.UNKNOWN_TENANT, id.name()));
        if (found.state() != TenantState.ACTIVE) {
            throw Refusal.of(TenancyError.SET_ASIDE, id.name());
        }
        return found.tenant();
    }

    /** Does the work for the bound tenant as it is now, and anew, some times, where its objects change meanwhile. */
    public <T> T asOfNow(Supplier<T> work) {
        TenantId id = CurrentTenant.get().id();
        for (int tries = 1; ; tries++) {
            try {
                return CurrentTenant.call(require(id), work);
            } catch (OutdatedMetadata changed) {
                if (tries == MOST_TRIES) {
                    throw changed;
                }
            }
        }
    }

    /** All tenants that are in use. */
    public List<Tenant> active() {
        return all().stream()
                .filter(l -> l.state() == TenantState.ACTIVE)
                .map(Listed::tenant)
                .toList();
    }

    /**
     * Does the work for one tenant in use after the other, each bound while it is its turn; that it fails for one is logged and
     * keeps it from no other.
     *
     * @param what is done, for the log, such as "clearing away files"
     */
    public void forEachActive(String what, Consumer<Tenant> work) {
        for (Tenant tenant : active()) {
            try {
                CurrentTenant.run(tenant, () -> work.accept(tenant));
            } catch (RuntimeException failed) {
                LOG.error("{}: {} failed and is tried again later", tenant.id(), what, failed);
            }
        }
    }

    /** All tenants. */
    public List<Listed> all() {
        return sql.select(PlatformTenant.TABLE.asterisk())
                .from(PlatformTenant.TABLE)
                .orderBy(PlatformTenant.ID)
                .fetch(Tenants::listed);
    }

    private Optional<Listed> listed(TenantId id) {
        return sql.select(PlatformTenant.TABLE.asterisk())
                .from(PlatformTenant.TABLE)
                .where(PlatformTenant.ID.eq(id.name()))
                .fetchOptional(Tenants::listed);
    }

    private static Listed listed(Record row) {
        return new Listed(PlatformTenant.read(row), TenantState.of(row.get(PlatformTenant.STATE)));
    }

    /**
     * Makes a tenant and everything the modules keep for it. Nobody gets in before all is there; one that an earlier attempt
     * left half made is completed.
     */
    public Tenant create(TenantId id, String label) {
        int made = sql.insertInto(PlatformTenant.TABLE)
                .set(PlatformTenant.ID, id.name())
                .set(PlatformTenant.LABEL, label)
                .set(PlatformTenant.STATE, TenantState.MAKING.code())
                .onConflict(DSL.field(DSL.name("id")))
                .doUpdate()
                .set(PlatformTenant.LABEL, label)
                .where(PlatformTenant.STATE.eq(TenantState.MAKING.code()))
                .execute();
        if (made == 0) {
            throw Refusal.ofField("name", TenancyError.EXISTS, id.name());
        }
        listed(id).map(Listed::tenant).ifPresent(this::prepare);
        activate(id);
        return require(id);
    }

    /** Calls the tenant so from now on, and counts its days in the zone; answers it as it is then. */
    public Tenant change(TenantId id, String label, ZoneId zone) {
        sql.update(PlatformTenant.TABLE)
                .set(PlatformTenant.LABEL, label)
                .set(PlatformTenant.TIME_ZONE, zone.getId())
                .where(PlatformTenant.ID.eq(id.name()))
                .execute();
        return require(id);
    }

    /** Makes or completes everything the modules keep for the tenant. */
    public void prepare(Tenant tenant) {
        CurrentTenant.run(tenant, () -> {
            schema.create(tenant);
            setups.orderedStream().forEach(setup -> setup.prepare(tenant));
        });
    }

    void activate(TenantId id) {
        state(id, TenantState.ACTIVE, null);
    }

    void setAside(TenantId id, String reason) {
        state(id, TenantState.SET_ASIDE, reason);
    }

    private void state(TenantId id, TenantState state, @Nullable String reason) {
        sql.update(PlatformTenant.TABLE)
                .set(PlatformTenant.STATE, state.code())
                .set(PlatformTenant.STATE_REASON, reason)
                .where(PlatformTenant.ID.eq(id.name()))
                .execute();
    }
}
