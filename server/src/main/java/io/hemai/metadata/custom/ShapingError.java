package io.hemai.metadata.custom;

import io.hemai.kernel.ErrorCode;

/** Refusals to shape objects and fields as a company wishes. */
public enum ShapingError implements ErrorCode {
    NO_FIELD("meta.no_field", Kind.NOT_FOUND),
    FIXED("meta.fixed", Kind.INVALID),
    CHOICE_FIXED("meta.choice_fixed", Kind.INVALID),
    STANDARD_OBJECT("meta.standard_object", Kind.INVALID),
    NAME_TOO_LONG("meta.name_too_long", Kind.INVALID),
    NAME_DELETED("meta.name_deleted", Kind.CONFLICT),
    LABEL_TOO_LONG("meta.label_too_long", Kind.INVALID),
    TOO_MANY_OBJECTS("meta.too_many_objects", Kind.INVALID),
    TOO_WIDE("meta.too_wide", Kind.INVALID),
    NOT_UNIQUE_ABLE("meta.not_unique_able", Kind.INVALID),
    NOT_INDEXABLE("meta.not_indexable", Kind.INVALID),
    NOT_SEARCHABLE("meta.not_searchable", Kind.INVALID),
    NO_PHASE("meta.no_phase", Kind.INVALID),
    NOT_SINGLE_CHOICE("meta.not_single_choice", Kind.INVALID),
    DEPENDS_IN_RING("meta.depends_in_ring", Kind.INVALID),
    UNKNOWN_WHEN("meta.unknown_when", Kind.INVALID),
    WHEN_ALONE("meta.when_alone", Kind.INVALID),
    UNKNOWN_TARGET("meta.unknown_target", Kind.INVALID),
    NOT_OF_FORMULA("meta.not_of_formula", Kind.INVALID),
    CONSENT_NEEDED("meta.consent_needed", Kind.INVALID),
    TEXT_UNREADABLE("meta.text_unreadable", Kind.INVALID),
    TOO_MANY_ENTRIES("meta.too_many_entries", Kind.INVALID),
    NOT_A_CONFIGURATION("meta.not_a_configuration", Kind.INVALID),
    NO_RULE("meta.no_rule", Kind.NOT_FOUND),
    RULE_STALE("meta.rule_stale", Kind.STALE),
    RULE_VERSION_REQUIRED("meta.rule_version_required", Kind.PRECONDITION_REQUIRED),
    RULE_VERSION_INVALID("meta.rule_version_invalid", Kind.MALFORMED),
    NO_RULES_HERE("meta.no_rules_here", Kind.INVALID),
    TOO_MANY_RULES("meta.too_many_rules", Kind.INVALID),
    DUPLICATES("meta.duplicates", Kind.CONFLICT),
    NOT_INDEXED("meta.not_indexed", Kind.CONFLICT),
    LINKED("meta.linked", Kind.CONFLICT),
    IN_USE("meta.in_use", Kind.CONFLICT),
    BUILDING("meta.building", Kind.CONFLICT),
    NOT_DELETED("meta.not_deleted", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ShapingError(String code, Kind kind) {
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
