package io.hemai.tenancy;

import java.util.Locale;

/** How far a tenant can be used. */
public enum TenantState {
    /** Its tables are being made; what a crash cut off is completed by the next start or the next attempt. */
    MAKING,
    ACTIVE,
    /** It could not be made ready; every start tries again. */
    SET_ASIDE;

    /** As it is stored and answered. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TenantState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
