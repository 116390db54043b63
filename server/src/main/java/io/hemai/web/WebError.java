package io.hemai.web;

import io.hemai.kernel.ErrorCode;

/** Refusals of the HTTP edge itself. */
public enum WebError implements ErrorCode {
    SEVERAL("request.several", Kind.INVALID),
    DUPLICATE_PROPERTY("request.duplicate_property", Kind.MALFORMED),
    JSON_LIMITS("request.json_limits", Kind.MALFORMED),
    NOT_BETWEEN("request.not_between", Kind.MALFORMED),
    NUMBER_RANGE("request.number_range", Kind.MALFORMED),
    INVALID_CHARACTER("request.invalid_character", Kind.MALFORMED),
    UNREADABLE("request.unreadable", Kind.MALFORMED),
    NOT_ACCEPTABLE("request.not_acceptable", Kind.NOT_ACCEPTABLE),
    RETRY("request.retry", Kind.CONFLICT),
    TOO_SLOW("request.too_slow", Kind.UNAVAILABLE),
    DATABASE_UNAVAILABLE("database.unavailable", Kind.UNAVAILABLE),
    DATABASE_FULL("database.full", Kind.UNAVAILABLE),
    STORAGE_FULL("storage.full", Kind.UNAVAILABLE);

    private final String code;
    private final Kind kind;

    WebError(String code, Kind kind) {
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
