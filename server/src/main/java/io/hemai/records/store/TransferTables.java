package io.hemai.records.store;

import io.hemai.database.RawSql;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the tables in which a tenant's imports and exports are kept. */
@Component
@Order(16)
class TransferTables implements TenantSetup {
    private final RawSql sql;
    private final ExportStore exports;

    TransferTables(RawSql sql, ExportStore exports) {
        this.sql = sql;
        this.exports = exports;
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createImports(DSL.name(tenant.schema()));
        sql.createImportRows(DSL.name(tenant.schema()));
        exports.prepare(tenant.schema());
    }
}
