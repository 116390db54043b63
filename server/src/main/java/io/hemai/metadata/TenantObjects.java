package io.hemai.metadata;

import io.hemai.tenancy.Tenant;
import java.util.Set;

/** Knows what a tenant made of the declared objects; implemented where the company's additions are kept. */
public interface TenantObjects {
    /** The tenant's objects; the very instance given when the tenant changed nothing. */
    ObjectTypes of(Tenant tenant, ObjectTypes declared);

    /** The same with what is deleted and can be restored; the very instance of {@link #of} when nothing is. */
    ObjectTypes withAway(Tenant tenant, ObjectTypes declared);

    /** What is gone for good and nothing else is called by now: {@code object}, or {@code object.field}. */
    Set<String> gone(Tenant tenant, ObjectTypes declared);
}
