package io.hemai.automation;

import io.hemai.kernel.ErrorCode;

/** Refusals about flows. */
public enum AutomationError implements ErrorCode {
    UNKNOWN_OBJECT("flow.unknown_object", Kind.INVALID),
    BEYOND_RIGHTS("flow.beyond_rights", Kind.INVALID),
    NOT_ALL_READABLE("flow.not_all_readable", Kind.INVALID),
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
    WORKING_UNTIL("flow.working_until", Kind.INVALID),
    HOURS_OUT_OF_RANGE("flow.hours_out_of_range", Kind.INVALID),
    VALUES_NEEDED("flow.values_needed", Kind.INVALID),
    ONE_BOUND("flow.one_bound", Kind.INVALID),
    NO_NUMBER("flow.no_number", Kind.INVALID),
    NO_TIME_FIELD("flow.no_time_field", Kind.INVALID),
    OFFSET_TOO_LONG("flow.offset_too_long", Kind.INVALID),
    NEVER_SILENT("flow.never_silent", Kind.INVALID),
    DAYS_OUT_OF_RANGE("flow.days_out_of_range", Kind.INVALID),
    TIME_OF_DAY_NEEDED("flow.time_of_day_needed", Kind.INVALID),
    WEEKDAYS_OUT_OF_RANGE("flow.weekdays_out_of_range", Kind.INVALID),
    DAY_OF_MONTH("flow.day_of_month", Kind.INVALID),
    SHARES("flow.shares", Kind.INVALID),
    NO_LINK("flow.no_link", Kind.INVALID),
    TOO_MANY_PEOPLE("flow.too_many_people", Kind.INVALID),
    UNKNOWN_PERSON("flow.unknown_person", Kind.INVALID),
    NO_ADDRESS_FIELD("flow.no_address_field", Kind.INVALID),
    TEXT_TOO_LONG("flow.text_too_long", Kind.INVALID),
    NOT_FOR_FLOWS("flow.not_for_flows", Kind.INVALID),
    CHOOSE_APPROVERS("flow.choose_approvers", Kind.INVALID),
    UNDER_WAY("flow.under_way", Kind.CONFLICT),
    GIVEN("flow.given", Kind.INVALID),
    NOT_BY_HAND("flow.not_by_hand", Kind.CONFLICT),
    NOT_ACTIVE("flow.not_active", Kind.CONFLICT),
    NOT_IN_LOOP("flow.not_in_loop", Kind.INVALID),
    LOOP_WAY("flow.loop_way", Kind.INVALID),
    TOO_MANY_RELATED("flow.too_many_related", Kind.INVALID),
    UNKNOWN_WEBHOOK("flow.unknown_webhook", Kind.INVALID),
    MESSAGE_TYPE("flow.message_type", Kind.INVALID),
    TOO_MANY_FIELDS("flow.too_many_fields", Kind.INVALID),
    NO_TAGS("flow.no_tags", Kind.INVALID),
    RUN_UNDER_WAY("flow.run_under_way", Kind.CONFLICT),
    NOTHING_TO_UNDO("flow.nothing_to_undo", Kind.CONFLICT),
    TOO_MUCH_TO_UNDO("flow.too_much_to_undo", Kind.CONFLICT),
    ALREADY_UNDONE("flow.already_undone", Kind.CONFLICT),
    NO_BACK_TEST("flow.no_back_test", Kind.CONFLICT),
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
