package io.hemai.messaging;

import io.hemai.kernel.ErrorCode;

/** Refusals about mails. */
public enum MessagingError implements ErrorCode {
    NOT_SET_UP("mail.not_set_up", Kind.CONFLICT),
    NO_ADDRESS("mail.no_address", Kind.INVALID),
    NOT_FOUND("mail.not_found", Kind.NOT_FOUND),
    NOT_FAILED("mail.not_failed", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    MessagingError(String code, Kind kind) {
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
