package io.hemai.correspondence;

import io.hemai.kernel.ErrorCode;

/** Refusals about mails with customers. */
public enum CorrespondenceError implements ErrorCode {
    NO_ADDRESS("correspondence.no_address", Kind.INVALID),
    TOO_MANY_RECIPIENTS("correspondence.too_many_recipients", Kind.INVALID),
    TOO_MANY_FILES("correspondence.too_many_files", Kind.INVALID),
    FILES_TOO_LARGE("correspondence.files_too_large", Kind.INVALID),
    FILE_NOT_FOUND("correspondence.file_not_found", Kind.INVALID),
    NO_MAIL("correspondence.no_mail", Kind.INVALID),
    HAS_LEFT("correspondence.has_left", Kind.CONFLICT),
    NOT_FAILED("correspondence.not_failed", Kind.CONFLICT),
    UNKNOWN_PLACE("correspondence.unknown_place", Kind.INVALID),
    UNKNOWN_OBJECT("correspondence.unknown_object", Kind.INVALID),
    OTHER_OBJECT("correspondence.other_object", Kind.INVALID);

    private final String code;
    private final Kind kind;

    CorrespondenceError(String code, Kind kind) {
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
