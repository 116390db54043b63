package io.hemai.approvals;

import io.hemai.kernel.ErrorCode;

/** Refusals about approvals. */
public enum ApprovalError implements ErrorCode {
    LOCKED("approval.locked", Kind.CONFLICT),
    NOT_YOURS("approval.not_yours", Kind.FORBIDDEN),
    NOT_YET("approval.not_yet", Kind.CONFLICT),
    ALREADY_DECIDED("approval.already_decided", Kind.CONFLICT),
    NOTHING_TO_DECIDE("approval.nothing_to_decide", Kind.CONFLICT),
    CONTENT_CHANGED("approval.content_changed", Kind.CONFLICT),
    LINK_EXPIRED("approval.link_expired", Kind.NOT_FOUND),
    NOT_PENDING("approval.not_pending", Kind.CONFLICT),
    NOT_SENT_BACK("approval.not_sent_back", Kind.CONFLICT),
    NO_SUCH_STEP("approval.no_such_step", Kind.INVALID),
    REASON_NEEDED("approval.reason_needed", Kind.INVALID),
    NOT_TO_BE_HANDED_ON("approval.not_to_be_handed_on", Kind.CONFLICT),
    SUBMITTED_IT("approval.submitted_it", Kind.CONFLICT),
    ASKED_ALREADY("approval.asked_already", Kind.CONFLICT),
    NOT_WORKING("approval.not_working", Kind.INVALID),
    SAME_PERSON("approval.same_person", Kind.INVALID),
    ENDS_BEFORE_START("approval.ends_before_start", Kind.INVALID),
    URGED_LATELY("approval.urged_lately", Kind.CONFLICT),
    NO_PEOPLE("approval.no_people", Kind.INVALID),
    NO_ROLE("approval.no_role", Kind.INVALID),
    NO_PERSON_FIELD("approval.no_person_field", Kind.INVALID),
    LEVEL_OUT_OF_RANGE("approval.level_out_of_range", Kind.INVALID),
    PERCENT_OUT_OF_RANGE("approval.percent_out_of_range", Kind.INVALID),
    LIMIT_OUT_OF_RANGE("approval.limit_out_of_range", Kind.INVALID),
    LIMIT_NEEDED("approval.limit_needed", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ApprovalError(String code, Kind kind) {
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
