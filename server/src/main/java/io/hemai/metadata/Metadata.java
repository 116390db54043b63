package io.hemai.metadata;

import io.hemai.tenancy.CurrentTenant;
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
}
