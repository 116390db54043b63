package io.hemai.tenancy;

import static org.jooq.impl.DSL.name;

import io.hemai.database.RawDdl;
import io.hemai.database.Transactions;
import org.springframework.stereotype.Component;

/** Makes a tenant's schema and the database role that may use nothing else. */
@Component
class TenantSchema {
    private final RawDdl sql;
    private final Transactions transactions;

    TenantSchema(RawDdl sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    void create(Tenant tenant) {
        if (!sql.schemaExists(tenant.schema())) {
            transactions.write(() -> sql.createTenantSchema(name(tenant.schema())));
        }
    }
}
