package io.hemai.metadata;

import io.hemai.tenancy.CurrentTenant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The objects of the bound tenant, as they are now. */
@Component
public final class Metadata {
    private final Declarations declarations;
    private final TenantObjects tenants;

    Metadata(Declarations declarations, TenantObjects tenants) {
        this.declarations = declarations;
        this.tenants = tenants;
    }

    /** The objects that the modules declare, before any company's additions. */
    public ObjectTypes declared() {
        return declarations.objects();
    }

    /** The objects of the bound tenant in the version that it is bound with. */
    public ObjectTypes current() {
        return tenants.of(CurrentTenant.get(), declarations.objects());
    }

    /**
     * The same with the objects and fields that are deleted and can be restored: for what is said about them and has to
     * hold when they come back, never for reading or writing records.
     */
    public ObjectTypes withAway() {
        return tenants.withAway(CurrentTenant.get(), declarations.objects());
    }

    /** The objects and fields, as {@code object.field}, that were deleted and can no longer be restored. */
    public Set<String> gone() {
        return tenants.gone(CurrentTenant.get(), declarations.objects());
    }
}
