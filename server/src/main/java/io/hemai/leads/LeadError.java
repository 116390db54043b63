package io.hemai.leads;

import io.hemai.kernel.ErrorCode;

/** Refusals about leads. */
public enum LeadError implements ErrorCode {
    ALREADY_CONVERTED("lead.already_converted", Kind.CONFLICT),
    CONVERT_ONLY("lead.convert_only", Kind.INVALID),
    NOT_IN_POOL("lead.not_in_pool", Kind.CONFLICT),
    ALREADY_IN_POOL("lead.already_in_pool", Kind.CONFLICT),
    NO_POOL("lead.no_pool", Kind.INVALID),
    NO_SUCH_TARGET("lead.no_such_target", Kind.INVALID),
    UNSEEN_VALUE("lead.unseen_value", Kind.FORBIDDEN),
    UNSEEN_VALUES("lead.unseen_values", Kind.FORBIDDEN),
    REASON_REQUIRED("lead.reason_required", Kind.INVALID);

    private final String code;
    private final Kind kind;

    LeadError(String code, Kind kind) {
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
