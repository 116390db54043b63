package io.hemai.kernel;

/** Refusals that belong to no single module. */
public enum KernelError implements ErrorCode {
    MALFORMED_JSON("request.malformed_json", Kind.MALFORMED),
    UNKNOWN_PROPERTY("request.unknown_property", Kind.MALFORMED),
    UNKNOWN_PARAMETER("request.unknown_parameter", Kind.MALFORMED),
    INVALID_PARAMETER("request.invalid_parameter", Kind.MALFORMED),
    WRONG_TYPE("request.wrong_type", Kind.MALFORMED),
    NOT_ONE_OF("request.not_one_of", Kind.MALFORMED),
    MISSING("request.missing", Kind.MALFORMED),
    NOT_FOUND("request.not_found", Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED("request.method_not_allowed", Kind.METHOD),
    UNSUPPORTED_MEDIA("request.unsupported_media", Kind.MEDIA),
    TOO_LARGE("request.too_large", Kind.TOO_LARGE),
    TOO_MANY("request.too_many", Kind.TOO_MANY),
    UNAVAILABLE("request.unavailable", Kind.UNAVAILABLE),
    INTERNAL("internal", Kind.INTERNAL);

    private final String code;
    private final Kind kind;

    KernelError(String code, Kind kind) {
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
