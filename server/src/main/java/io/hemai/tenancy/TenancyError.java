package io.hemai.tenancy;

import io.hemai.kernel.ErrorCode;

/** Refusals about tenants. */
public enum TenancyError implements ErrorCode {
    UNKNOWN_TENANT("tenant.unknown", Kind.NOT_FOUND),
    INVALID_NAME("tenant.invalid_name", Kind.INVALID),
    EXISTS("tenant.exists", Kind.CONFLICT),
    SET_ASIDE("tenant.set_aside", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    TenancyError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
