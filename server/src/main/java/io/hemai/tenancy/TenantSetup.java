package io.hemai.tenancy;

/**
 * A module's part in making a tenant ready: called, with the tenant bound, when it is made and at every start, in the order of
 * {@link org.springframework.core.annotation.Order}. Must be quick and without effect when everything is there.
 */
public interface TenantSetup {
    /** Makes or completes what the module keeps in the tenant's schema. */
    void prepare(Tenant tenant);
}
