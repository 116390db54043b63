package io.hemai.records.store;

import io.hemai.database.RawDdl;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the tenant's bin. */
@Component
@Order(12)
class BinTables implements TenantSetup {
    private final RawDdl sql;

    BinTables(RawDdl sql) {
        this.sql = sql;
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createBin(DSL.name(tenant.schema()));
    }
}
