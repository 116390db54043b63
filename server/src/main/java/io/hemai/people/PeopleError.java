package io.hemai.people;

import io.hemai.kernel.ErrorCode;

/** Refusals about people and departments. */
public enum PeopleError implements ErrorCode {
    UNKNOWN_ROLE("user.unknown_role", Kind.INVALID),
    ROLE_BEYOND_OWN("user.role_beyond_own", Kind.FORBIDDEN),
    LAST_ADMIN("user.last_admin", Kind.CONFLICT),
    UNKNOWN_TIME_ZONE("user.unknown_time_zone", Kind.INVALID),
    PASSWORD_OF_SUPERIOR("user.password_of_superior", Kind.FORBIDDEN),
    NOBODY_TO_TAKE_OVER("user.nobody_to_take_over", Kind.INVALID);

    private final String code;
    private final Kind kind;

    PeopleError(String code, Kind kind) {
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
