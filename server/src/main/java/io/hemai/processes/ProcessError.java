package io.hemai.processes;

import io.hemai.kernel.ErrorCode;

/** Refusals about processes, and by them. */
public enum ProcessError implements ErrorCode {
    UNKNOWN_OBJECT("process.unknown_object", Kind.INVALID),
    UNFIT_FIELD("process.unfit_field", Kind.INVALID),
    UNKNOWN_FIELD("process.unknown_field", Kind.INVALID),
    NOT_TO_FILL("process.not_to_fill", Kind.INVALID),
    NOT_A_STATE("process.not_a_state", Kind.INVALID),
    TWO_APPROVALS("process.two_approvals", Kind.INVALID),
    UNKNOWN_VALUE("process.unknown_value", Kind.INVALID),
    NO_STATES("process.no_states", Kind.INVALID),
    STATE_TWICE("process.state_twice", Kind.INVALID),
    GATE_TWICE("process.gate_twice", Kind.INVALID),
    ITEM_TWICE("process.item_twice", Kind.INVALID),
    UNKNOWN_WORD("process.unknown_word", Kind.INVALID),
    TOO_MANY("process.too_many", Kind.INVALID),
    TOO_LONG("process.too_long", Kind.INVALID),
    NO_TIME("process.no_time", Kind.INVALID),
    NOBODY("process.nobody", Kind.INVALID),
    STILL_ACTIVE("process.still_active", Kind.CONFLICT),
    NOT_ACTIVE("process.not_active", Kind.CONFLICT),
    NOT_FOUND("process.not_found", Kind.NOT_FOUND),

    /** There is no such move. */
    NOT_ALLOWED("process.not_allowed", Kind.INVALID),
    /** Who does not see the value moves nothing. */
    NOT_SHOWN("process.not_shown", Kind.INVALID),
    /** Records do not leave the way. */
    CLEARED("process.cleared", Kind.INVALID),
    /** New records begin elsewhere. */
    NO_START("process.no_start", Kind.INVALID),
    NOT_YOURS("process.not_yours", Kind.INVALID),
    REQUIRED("process.required", Kind.INVALID),
    CONDITION("process.condition", Kind.INVALID),
    UNCHECKED("process.unchecked", Kind.INVALID),
    NEEDS_APPROVAL("process.needs_approval", Kind.INVALID),
    SKIPS_APPROVAL("process.skips_approval", Kind.INVALID),
    NO_APPROVAL("process.no_approval", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ProcessError(String code, Kind kind) {
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
