package io.hemai.identity.web;

import io.hemai.kernel.TenantId;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tenant somebody signs in to: the one named, else the one the host name begins with, else {@code main}. */
@Component
class TenantChoice {
    private final Tenants tenants;

    TenantChoice(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Empty when one is named that cannot exist. */
    Optional<TenantId> choose(@Nullable String named, String host) {
        if (named != null && !named.isBlank()) {
            return valid(named.strip());
        }
        int dot = host.indexOf('.');
        return dot < 0
                ? Optional.of(TenantId.MAIN)
                : valid(host.substring(0, dot))
                        .flatMap(tenants::find)
                        .map(Tenant::id)
                        .or(() -> Optional.of(TenantId.MAIN));
    }

    private static Optional<TenantId> valid(String name) {
        return TenantId.valid(name) ? Optional.of(new TenantId(name)) : Optional.empty();
    }
}
