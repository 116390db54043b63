package io.hemai.automation;

import io.hemai.kernel.ErrorCode;

/** Refusals about flows. */
public enum AutomationError implements ErrorCode {
    UNKNOWN_OBJECT("flow.unknown_object", Kind.INVALID),
    BEYOND_RIGHTS("flow.beyond_rights", Kind.INVALID),
    UNKNOWN_TRIGGER("flow.unknown_trigger", Kind.INVALID),
    UNKNOWN_STEP("flow.unknown_step", Kind.INVALID),
    UNKNOWN_FIELD("flow.unknown_field", Kind.INVALID),
    STEP_TWICE("flow.step_twice", Kind.INVALID),
    TOO_MANY_STEPS("flow.too_many_steps", Kind.INVALID),
    TOO_DEEP("flow.too_deep", Kind.INVALID),
    NO_STEPS("flow.no_steps", Kind.INVALID),
    NO_WAYS("flow.no_ways", Kind.INVALID),
    WAYS_UNFIT("flow.ways_unfit", Kind.INVALID),
    FIELDS_NEEDED("flow.fields_needed", Kind.INVALID),
    NO_TIME("flow.no_time", Kind.INVALID),
    HOURS_OUT_OF_RANGE("flow.hours_out_of_range", Kind.INVALID),
    NOT_ACTIVE("flow.not_active", Kind.CONFLICT),
    RUN_NOT_FOUND("flow.run_not_found", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    AutomationError(String code, Kind kind) {
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
