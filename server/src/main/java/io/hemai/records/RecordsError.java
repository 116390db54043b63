package io.hemai.records;

import io.hemai.kernel.ErrorCode;

/** Refusals about records, queries and writes. */
public enum RecordsError implements ErrorCode {
    NOT_FOUND("record.not_found", Kind.NOT_FOUND),
    UNKNOWN_OBJECT("record.unknown_object", Kind.NOT_FOUND),
    UNKNOWN_VERB("record.unknown_verb", Kind.NOT_FOUND),
    NOT_PERMITTED("record.not_permitted", Kind.FORBIDDEN),
    FIELD_NOT_PERMITTED("record.field_not_permitted", Kind.FORBIDDEN),
    MASK_WRITTEN("record.mask_written", Kind.INVALID),
    READ_ONLY("record.read_only", Kind.INVALID),
    RULE("record.rule", Kind.INVALID),
    WORKED_OUT("record.worked_out", Kind.INVALID),
    FIXED("record.fixed", Kind.INVALID),
    STALE("record.stale", Kind.STALE),
    VERSION_REQUIRED("record.version_required", Kind.PRECONDITION_REQUIRED),
    INVALID_VERSION("record.invalid_version", Kind.MALFORMED),
    UNKNOWN_FIELD("record.unknown_field", Kind.MALFORMED),
    REQUIRED("record.required", Kind.INVALID),
    NOT_UNIQUE("record.not_unique", Kind.CONFLICT),
    LINK_NOT_FOUND("record.link_not_found", Kind.INVALID),
    OWNER_LEFT("record.owner_left", Kind.INVALID),
    OWNER_STAYS("record.owner_stays", Kind.INVALID),
    NOT_UNIQUE_TOGETHER("record.not_unique_together", Kind.CONFLICT),
    LINK_GONE("record.link_gone", Kind.CONFLICT),
    FILE_NOT_FOUND("record.file_not_found", Kind.INVALID),
    FILE_UNFIT("record.file_unfit", Kind.INVALID),
    LINKED("record.linked", Kind.CONFLICT),
    TOO_MANY_DEPENDANTS("record.too_many_dependants", Kind.INVALID),
    RESTORE_FIRST("record.restore_first", Kind.CONFLICT),
    DUPLICATE("record.duplicate", Kind.CONFLICT),
    DUPLICATE_BLOCKED("record.duplicate_blocked", Kind.CONFLICT),
    CYCLE("record.cycle", Kind.INVALID),
    BATCH_TOO_LARGE("batch.too_large", Kind.MALFORMED),
    BATCH_TWICE("batch.same_record_twice", Kind.MALFORMED),

    KEY_TOO_LONG("idempotency.key_too_long", Kind.MALFORMED),
    KEY_REUSED("idempotency.key_reused", Kind.INVALID),
    SECRET_ONCE("idempotency.secret_once", Kind.CONFLICT),
    STILL_RUNNING("idempotency.still_running", Kind.CONFLICT),

    TOO_MANY_LISTENERS("events.too_many", Kind.TOO_MANY),

    UNKNOWN_OPERATOR("filter.unknown_operator", Kind.MALFORMED),
    OPERATOR_UNFIT("filter.operator_unfit", Kind.MALFORMED),
    MALFORMED_FILTER("filter.malformed", Kind.MALFORMED),
    FILTER_TOO_DEEP("filter.too_deep", Kind.MALFORMED),
    FILTER_TOO_LARGE("filter.too_large", Kind.MALFORMED),
    TOO_MANY_VALUES("filter.too_many_values", Kind.MALFORMED),
    UNKNOWN_PERIOD("filter.unknown_period", Kind.MALFORMED),
    NOT_A_LINK("filter.not_a_link", Kind.MALFORMED),
    TOO_MANY_HOPS("filter.too_many_hops", Kind.MALFORMED),
    MASKED_FIELD("filter.masked_field", Kind.MALFORMED),
    INVALID_OPERAND("filter.invalid_operand", Kind.MALFORMED),
    MIXED_CURRENCIES("filter.mixed_currencies", Kind.MALFORMED),

    NOT_SORTABLE("query.not_sortable", Kind.MALFORMED),
    TOO_MANY_SORT_KEYS("query.too_many_sort_keys", Kind.MALFORMED),
    TOO_MANY_FIELDS("query.too_many_fields", Kind.MALFORMED),
    LINK_SORT_TOO_LARGE("query.link_sort_too_large", Kind.INVALID),
    INVALID_LIMIT("query.invalid_limit", Kind.MALFORMED),
    INVALID_CURSOR("query.invalid_cursor", Kind.MALFORMED),
    FOREIGN_CURSOR("query.foreign_cursor", Kind.MALFORMED),
    INVALID_COUNT("query.invalid_count", Kind.MALFORMED),

    TOO_MANY_COUNTS("counts.too_many", Kind.MALFORMED),
    INVALID_UP_TO("counts.invalid_up_to", Kind.MALFORMED),

    REPORT_SIZE("report.size", Kind.MALFORMED),
    REPORT_NAME_TWICE("report.name_twice", Kind.MALFORMED),
    NOT_GROUPABLE("report.not_groupable", Kind.MALFORMED),
    BUCKET_UNFIT("report.bucket_unfit", Kind.MALFORMED),
    FUNCTION_UNFIT("report.function_unfit", Kind.MALFORMED),
    UNKNOWN_REPORT_SORT("report.unknown_sort", Kind.MALFORMED);

    private final String code;
    private final Kind kind;

    RecordsError(String code, Kind kind) {
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
