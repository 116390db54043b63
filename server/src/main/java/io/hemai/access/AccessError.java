package io.hemai.access;

import io.hemai.kernel.ErrorCode;

/** Refusals about rights, roles and sharing. */
public enum AccessError implements ErrorCode {
    NOT_PERMITTED("access.not_permitted", Kind.FORBIDDEN),

    UNKNOWN_ROLE("role.unknown", Kind.NOT_FOUND),
    INVALID_NAME("role.invalid_name", Kind.INVALID),
    NAME_TAKEN("role.name_taken", Kind.CONFLICT),
    NAME_FIXED("role.name_fixed", Kind.INVALID),
    UNKNOWN_OBJECT("role.unknown_object", Kind.INVALID),
    UNKNOWN_FIELD("role.unknown_field", Kind.INVALID),
    FIELD_NEEDED("role.field_needed", Kind.INVALID),
    UNKNOWN_SCOPE("role.unknown_scope", Kind.INVALID),
    UNKNOWN_RIGHT("role.unknown_right", Kind.INVALID),
    UNKNOWN_ABILITY("role.unknown_ability", Kind.INVALID),
    BEYOND_OWN("role.beyond_own", Kind.FORBIDDEN),
    ADMIN_FIXED("role.admin_fixed", Kind.CONFLICT),
    DELIVERED("role.delivered", Kind.CONFLICT),
    IN_USE("role.in_use", Kind.CONFLICT),

    VIEW_SELF("view.of_self", Kind.INVALID),
    VIEW_SUPERIOR("view.of_superior", Kind.FORBIDDEN),

    NOBODY_NAMED("share.nobody_named", Kind.INVALID),
    UNKNOWN_USER("share.unknown_user", Kind.INVALID),
    UNKNOWN_DEPARTMENT("share.unknown_department", Kind.INVALID),
    FOR_EVERYBODY("share.for_everybody", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    AccessError(String code, Kind kind) {
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
