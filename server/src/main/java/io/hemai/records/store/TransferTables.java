package io.hemai.records.store;

import io.hemai.database.RawDdl;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the tables in which a tenant's imports, bulk acts and exports are kept. */
@Component
@Order(16)
class TransferTables implements TenantSetup {
    private final RawDdl raw;
    private final DSLContext sql;
    private final ChosenRecords chosen;
    private final ImportSurveys surveys;
    private final ExportStore exports;
    private final UndoRecords undo;

    TransferTables(
            RawDdl raw,
            DSLContext sql,
            ChosenRecords chosen,
            ImportSurveys surveys,
            ExportStore exports,
            UndoRecords undo) {
        this.raw = raw;
        this.sql = sql;
        this.chosen = chosen;
        this.surveys = surveys;
        this.exports = exports;
        this.undo = undo;
    }

    @Override
    public void prepare(Tenant tenant) {
        takeOver(tenant.schema());
        raw.createMassActs(DSL.name(tenant.schema()));
        raw.createMassActRows(DSL.name(tenant.schema()));
        sql.alterTable(DSL.name(tenant.schema(), "import_pending"))
                .addColumnIfNotExists(
                        "cells", SQLDataType.VARCHAR.array().notNull().defaultValue(new String[0]))
                .execute();
        chosen.prepare(tenant.schema());
        surveys.prepare(tenant.schema());
        exports.prepare(tenant.schema());
        undo.prepare(tenant.schema());
    }

    /** Imports had tables of their own before there were other mass acts. */
    private void takeOver(String schema) {
        rename(schema, "import_job", "mass_act");
        rename(schema, "import_problem", "mass_act_problem");
        rename(schema, "import_chunk", "mass_act_chunk");
        sql.alterTableIfExists(DSL.name(schema, "mass_act"))
                .addColumnIfNotExists("kind", SQLDataType.VARCHAR.notNull().defaultValue("import"))
                .execute();
    }

    private void rename(String schema, String from, String to) {
        sql.alterTableIfExists(DSL.name(schema, from)).renameTo(DSL.name(to)).execute();
    }
}
