package io.hemai.journal;

import io.hemai.database.RawDdl;
import io.hemai.metadata.schema.TenantMigration;
import io.hemai.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Journals did not tell what automatic work set off a change before there was any. */
@Component
class TellOrigins implements TenantMigration {
    private final DSLContext sql;
    private final RawDdl raw;

    TellOrigins(DSLContext sql, RawDdl raw) {
        this.sql = sql;
        this.raw = raw;
    }

    @Override
    public long number() {
        return 2026112801;
    }

    @Override
    public void migrate(Tenant tenant) {
        Name journal = DSL.name(tenant.schema(), "journal");
        sql.alterTable(journal).addColumnIfNotExists(JournalColumns.ORIGIN).execute();
        sql.alterTable(journal).addColumnIfNotExists(JournalColumns.DEPTH).execute();
        raw.journalByOrigin(DSL.name(tenant.schema()));
    }
}
