package io.hemai.integration;

import io.hemai.kernel.ErrorCode;

/** Refusals about other systems. */
public enum IntegrationError implements ErrorCode {
    NOT_ENCRYPTED("webhook.not_encrypted", Kind.INVALID),
    NO_HOST("webhook.no_host", Kind.INVALID),
    SECRET_IN_ADDRESS("webhook.secret_in_address", Kind.INVALID),
    IN_USE("webhook.in_use", Kind.CONFLICT),
    NAME_IN_USE("webhook.name_in_use", Kind.INVALID),
    UNKNOWN("webhook.unknown", Kind.INVALID),
    NOT_ACTIVE("webhook.not_active", Kind.CONFLICT),
    TOO_LONG("webhook.too_long", Kind.INVALID),
    CALL_NOT_FOUND("webhook.call_not_found", Kind.NOT_FOUND),
    KEY_CHANGING("webhook.key_changing", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    IntegrationError(String code, Kind kind) {
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
