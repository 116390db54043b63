package io.hemai.metadata.schema;

import io.hemai.tenancy.Tenant;

/**
 * A change of tables that stand, such as a renamed or split field, which comparing cannot find out: a component in the module
 * that owns the object. Each runs once in a tenant, in the order of {@link #number}, before tables are compared; new tenants
 * begin with the outcome and never run it.
 */
public interface TenantMigration {
    /** Unique and never changed: the date and a counter, such as {@code 2026112301}. */
    long number();

    /** Changes the tenant's tables within the transaction that is open. */
    void migrate(Tenant tenant);
}
