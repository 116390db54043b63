package io.hemai.metadata.schema;

import io.hemai.database.RawDdl;
import io.hemai.tenancy.Tenant;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Indexes of arrays said themselves how long their lists of pending entries may be before connections did, and were over all
 * rows before they left out those without a value, under names that began with {@code gin_}.
 */
@Component
class TuneGinIndexes implements TenantMigration {
    private final RawDdl raw;

    TuneGinIndexes(RawDdl raw) {
        this.raw = raw;
    }

    @Override
    public long number() {
        return 2026112601;
    }

    @Override
    public void migrate(Tenant tenant) {
        raw.dropIndexes(DSL.name(tenant.schema()), "gin_");
        raw.tuneGinIndexes(DSL.name(tenant.schema()));
    }
}
