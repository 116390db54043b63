package io.hemai.metadata;

import io.hemai.kernel.ErrorCode;

/** Refusals about objects, fields and the values they take. */
public enum MetadataError implements ErrorCode {
    UNKNOWN_OBJECT("meta.unknown_object", Kind.NOT_FOUND),
    UNKNOWN_FIELD("meta.unknown_field", Kind.MALFORMED),
    UNKNOWN_TYPE("meta.unknown_type", Kind.INVALID),
    UNKNOWN_SETTING("meta.unknown_setting", Kind.INVALID),
    INVALID_SETTING("meta.invalid_setting", Kind.INVALID),
    INVALID_NAME("meta.invalid_name", Kind.INVALID),
    NAME_TAKEN("meta.name_taken", Kind.CONFLICT),
    TOO_MANY_FIELDS("meta.too_many_fields", Kind.INVALID),
    STANDARD_FIELD("meta.standard_field", Kind.INVALID),
    LABEL_MISSING("meta.label_missing", Kind.INVALID),
    TARGET_MISSING("meta.target_missing", Kind.INVALID),
    BUSY("meta.busy", Kind.CONFLICT),

    WRONG_TYPE("value.wrong_type", Kind.MALFORMED),
    NO_OFFSET("value.no_offset", Kind.MALFORMED),
    REQUIRED("value.required", Kind.INVALID),
    TOO_LONG("value.too_long", Kind.INVALID),
    TOO_NESTED("value.too_nested", Kind.INVALID),
    NOT_A_NUMBER("value.not_a_number", Kind.INVALID),
    OUT_OF_RANGE("value.out_of_range", Kind.INVALID),
    TOO_SMALL("value.too_small", Kind.INVALID),
    TOO_LARGE("value.too_large", Kind.INVALID),
    TOO_PRECISE("value.too_precise", Kind.INVALID),
    NOT_A_DATE("value.not_a_date", Kind.INVALID),
    AMBIGUOUS_DATE("value.ambiguous_date", Kind.INVALID),
    NOT_A_BOOLEAN("value.not_a_boolean", Kind.INVALID),
    UNKNOWN_CHOICE("value.unknown_choice", Kind.INVALID),
    RETIRED_CHOICE("value.retired_choice", Kind.INVALID),
    CHOICE_NOT_OFFERED("value.choice_not_offered", Kind.INVALID),
    CHOICE_NEEDS_OTHER("value.choice_needs_other", Kind.INVALID),
    CHOICE_UNFIT("value.choice_unfit", Kind.INVALID),
    UNKNOWN_CURRENCY("value.unknown_currency", Kind.INVALID),
    NO_RATE("value.no_rate", Kind.INVALID),
    TOO_MANY("value.too_many", Kind.INVALID),
    NOT_A_RATING("value.not_a_rating", Kind.INVALID),
    UNKNOWN_REGION("value.unknown_region", Kind.INVALID),
    INVALID_ID("value.invalid_id", Kind.INVALID),
    CONTROL_CHARACTERS("value.control_characters", Kind.INVALID),
    NOT_JSON("value.not_json", Kind.INVALID),
    TOO_DEEP("value.too_deep", Kind.INVALID),
    TOO_MANY_BYTES("value.too_many_bytes", Kind.INVALID);

    private final String code;
    private final Kind kind;

    MetadataError(String code, Kind kind) {
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
