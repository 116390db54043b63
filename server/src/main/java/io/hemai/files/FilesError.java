package io.hemai.files;

import io.hemai.kernel.ErrorCode;

/** Refusals about stored files. */
public enum FilesError implements ErrorCode {
    NO_FILE("files.no_file", Kind.MALFORMED),
    EMPTY("files.empty", Kind.INVALID),
    TOO_LARGE("files.too_large", Kind.TOO_LARGE),
    NOT_FOUND("files.not_found", Kind.NOT_FOUND),
    CONTENT_MISSING("files.content_missing", Kind.NOT_FOUND),
    NO_THUMBNAIL("files.no_thumbnail", Kind.INVALID),
    TOO_MANY_PIXELS("files.too_many_pixels", Kind.INVALID),
    BROKEN_PICTURE("files.broken_picture", Kind.INVALID);

    private final String code;
    private final Kind kind;

    FilesError(String code, Kind kind) {
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
