package io.hemai.opportunities;

import io.hemai.kernel.ErrorCode;

/** Refusals about deals. */
public enum OpportunityError implements ErrorCode {
    UNKNOWN_PIPELINE("opportunity.unknown_pipeline", Kind.INVALID),
    UNKNOWN_STAGE("opportunity.unknown_stage", Kind.INVALID),
    NO_SUCH_END("opportunity.no_such_end", Kind.INVALID),
    LOSS_REASON_REQUIRED("opportunity.loss_reason_required", Kind.INVALID),
    NOT_CLOSED("opportunity.not_closed", Kind.CONFLICT),
    ALREADY_CLOSED("opportunity.already_closed", Kind.CONFLICT),
    STAGE_IS_CLOSED("opportunity.stage_is_closed", Kind.INVALID),
    /** {0}: the stage, {1}: how many deals. */
    STAGE_IN_USE("stage.in_use", Kind.CONFLICT),
    AMOUNT_FROM_LINES("opportunity.amount_from_lines", Kind.INVALID),
    MIXED_CURRENCIES("opportunity_line.mixed_currencies", Kind.INVALID),
    QUANTITY_POSITIVE("opportunity_line.quantity_positive", Kind.INVALID);

    private final String code;
    private final Kind kind;

    OpportunityError(String code, Kind kind) {
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
