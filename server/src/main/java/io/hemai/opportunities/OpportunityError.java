package io.hemai.opportunities;

import io.hemai.kernel.ErrorCode;

/** Refusals about deals. */
public enum OpportunityError implements ErrorCode {
    UNKNOWN_PIPELINE("opportunity.unknown_pipeline", Kind.INVALID),
    PIPELINE_INACTIVE("opportunity.pipeline_inactive", Kind.INVALID),
    UNKNOWN_STAGE("opportunity.unknown_stage", Kind.INVALID),
    NO_SUCH_END("opportunity.no_such_end", Kind.INVALID),
    LOSS_REASON_REQUIRED("opportunity.loss_reason_required", Kind.INVALID),
    NOT_CLOSED("opportunity.not_closed", Kind.CONFLICT),
    ALREADY_CLOSED("opportunity.already_closed", Kind.CONFLICT),
    /** {0}: the code of a stage that is gone or stands for another outcome than the deal had in it. */
    STAGE_MEANS_ELSE("opportunity.stage_means_else", Kind.CONFLICT),
    /** {0}: the deal, {1}: the code of its pipeline, {2}: of its stage. */
    STAGE_GONE("opportunity.stage_gone", Kind.CONFLICT),
    STAGE_IS_CLOSED("opportunity.stage_is_closed", Kind.INVALID),
    /** {0}: the stage, {1}: how many deals. */
    STAGE_IN_USE("stage.in_use", Kind.CONFLICT),
    CODE_TAKEN("stage.code_taken", Kind.INVALID),
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
