package io.hemai.metadata.custom;

import io.hemai.database.RawSql;
import io.hemai.metadata.schema.PatientLocks;
import io.hemai.metadata.schema.TableShaping;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The transaction in which metadata changes: one at a time in a tenant, tables and rows together, so that there is never one
 * without the other, and repeated whole while a table is busy. The versions rise with it, so that every node looks again.
 */
@Component
class MetaFrame {
    private final PatientLocks locks;
    private final TableShaping tables;
    private final MetaStore store;
    private final TenantTransactions tenants;
    private final RawSql sql;

    MetaFrame(PatientLocks locks, TableShaping tables, MetaStore store, TenantTransactions tenants, RawSql sql) {
        this.locks = locks;
        this.tables = tables;
        this.store = store;
        this.tenants = tenants;
        this.sql = sql;
    }

    /** Does the work on what is stored now and commits it. */
    <T> T change(Function<StoredMeta, T> work) {
        return locks.write(() -> {
            tables.takeTurns(CurrentTenant.get().schema());
            T result = work.apply(store.load());
            // the database tells by the role whose version to raise; tables are made before it is taken
            tenants.write(() -> {
                sql.metadataChanged();
                sql.rightsChanged();
            });
            return result;
        });
    }
}
