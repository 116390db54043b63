package io.hemai.identity;

import io.hemai.kernel.ErrorCode;

/** Refusals about who is asking. */
public enum IdentityError implements ErrorCode {
    SIGN_IN_REQUIRED("session.required", Kind.UNAUTHENTICATED),
    WRONG_CREDENTIALS("session.wrong_credentials", Kind.UNAUTHENTICATED),
    CSRF("session.csrf", Kind.FORBIDDEN),
    VIEW_ENDED("view.ended", Kind.FORBIDDEN),
    VIEW_READS_ONLY("view.reads_only", Kind.FORBIDDEN),
    SESSION_ONLY("session.only", Kind.FORBIDDEN),
    THROTTLED("session.throttled", Kind.TOO_MANY),
    TOKEN_INVALID("token.invalid", Kind.UNAUTHENTICATED),
    TOKEN_SCOPE("token.scope", Kind.FORBIDDEN),
    TOKEN_UNKNOWN_SCOPE("token.unknown_scope", Kind.INVALID),
    TOKEN_BROADER("token.broader", Kind.FORBIDDEN),
    TOKEN_EXPIRY("token.expiry", Kind.INVALID),
    TOKEN_NAME("token.name", Kind.INVALID),
    TOKEN_TOO_MANY("token.too_many", Kind.CONFLICT),
    LOGIN_TAKEN("login.taken", Kind.CONFLICT),
    LOGIN_FORM("login.form", Kind.INVALID),
    PASSWORD_WRONG("password.wrong", Kind.INVALID),
    PASSWORD_CURRENT("password.current", Kind.INVALID),
    PASSWORD_TOO_SHORT("password.too_short", Kind.INVALID),
    PASSWORD_TOO_LONG("password.too_long", Kind.INVALID),
    PASSWORD_LIKE_LOGIN("password.like_login", Kind.INVALID),
    PASSWORD_COMMON("password.common", Kind.INVALID);

    private final String code;
    private final Kind kind;

    IdentityError(String code, Kind kind) {
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
