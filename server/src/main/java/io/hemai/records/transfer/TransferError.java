package io.hemai.records.transfer;

import io.hemai.kernel.ErrorCode;

/** Refusals about imports, bulk acts and exports, and what is wrong with rows of imported files. */
public enum TransferError implements ErrorCode {
    IMPORT_NOT_FOUND("import.not_found", Kind.NOT_FOUND),
    NO_FILE("import.no_file", Kind.MALFORMED),
    NO_OBJECT("import.no_object", Kind.MALFORMED),
    INVALID_MODE("import.invalid_mode", Kind.MALFORMED),
    INVALID_MAPPING("import.invalid_mapping", Kind.MALFORMED),
    /** {0}: the column asked for. */
    UNKNOWN_COLUMN("import.unknown_column", Kind.INVALID),
    /** {0}: the field that two columns fill. */
    FIELD_TWICE("import.field_twice", Kind.INVALID),
    /** {0}: the field. */
    NOT_IMPORTABLE("import.not_importable", Kind.INVALID),
    /** {0}: the format, {1}: the column. */
    UNKNOWN_FORMAT("import.unknown_format", Kind.INVALID),
    /** {0}: the field, {1}: its label. */
    REQUIRED_UNFILLED("import.required_unfilled", Kind.INVALID),
    NOTHING_MAPPED("import.nothing_mapped", Kind.INVALID),
    /** {0}: the field. */
    MATCH_NOT_MAPPED("import.match_not_mapped", Kind.INVALID),
    /** {0}: the field. */
    NOT_MATCHABLE("import.not_matchable", Kind.INVALID),
    MATCH_NEEDED("import.match_needed", Kind.INVALID),
    ID_ALONE("import.id_alone", Kind.INVALID),
    NOT_RUNNING("import.not_running", Kind.CONFLICT),
    NOT_UNDOABLE("import.not_undoable", Kind.CONFLICT),
    CANCELLED("import.cancelled", Kind.CONFLICT),
    FILE_GONE("import.file_gone", Kind.CONFLICT),
    FAILED("import.failed", Kind.INTERNAL),

    /** {0}: what the cell says, {1}: name of the object looked in. */
    LINK_UNKNOWN("import.link_unknown", Kind.INVALID),
    /** {0}: what the cell says, {1}: the record that it probably means. */
    LINK_NEAR("import.link_near", Kind.INVALID),
    /** {0}: what the cell says, {1}: the records that it could mean. */
    LINK_AMBIGUOUS("import.link_ambiguous", Kind.INVALID),
    /** {0}: what the cell says, {1}: the choice that it probably means. */
    CHOICE_NEAR("import.choice_near", Kind.INVALID),
    /** {0}: line of the earlier row. */
    DUPLICATE_IN_FILE("import.duplicate_in_file", Kind.CONFLICT),
    /** {0}: what the record is called. */
    EXISTS("import.exists", Kind.CONFLICT),
    /** A warning; {0}: the first such value, {1}: how many rows. */
    DUPLICATE("import.duplicate", Kind.CONFLICT),
    DUPLICATE_SKIPPED("import.duplicate_skipped", Kind.CONFLICT),
    NO_MATCH("import.no_match", Kind.INVALID),
    NO_SUCH_RECORD("import.no_such_record", Kind.INVALID),
    /** {0}: how many records. */
    SEVERAL_MATCHES("import.several_matches", Kind.CONFLICT),
    MATCH_EMPTY("import.match_empty", Kind.INVALID),
    /** A warning; {0}: the value that was added to an open choice. */
    NEW_CHOICE("import.new_choice", Kind.INVALID),
    /** A warning; {0}: the value that an open choice does not list. */
    LEFT_EMPTY("import.left_empty", Kind.INVALID),
    COLUMN_UNUSED("import.column_unused", Kind.INVALID),
    /** A warning; {0}: the first such value, {1}: how many rows. */
    KEPT("import.kept", Kind.CONFLICT),

    BULK_NOT_FOUND("bulk.not_found", Kind.NOT_FOUND),
    BULK_RECORDS("bulk.ids_or_filter", Kind.MALFORMED),
    BULK_ACT("bulk.set_or_verb", Kind.MALFORMED),
    /** {0}: name of the field. */
    BULK_NOT_A_SET("bulk.not_a_set", Kind.INVALID),
    /** {0}: name of the verb. */
    BULK_VERB("bulk.verb_not_offered", Kind.INVALID),
    /** {0}: how many were expected, {1}: how many there are. */
    BULK_COUNT("bulk.count_differs", Kind.CONFLICT),
    /** {0}: how many there may be. */
    BULK_TOO_MANY("bulk.too_many", Kind.INVALID),
    BULK_NOT_RUNNING("bulk.not_running", Kind.CONFLICT),
    BULK_NOT_UNDOABLE("bulk.not_undoable", Kind.CONFLICT),
    BULK_CANCELLED("bulk.cancelled", Kind.CONFLICT),
    /** {0}: how many of one person there may be. */
    TOO_MANY_OPEN("transfer.too_many_open", Kind.CONFLICT),
    /** {0}: how many of a company there may be. */
    TOO_MANY_OPEN_OF_ALL("transfer.too_many_open_of_all", Kind.CONFLICT),
    PERSON_INACTIVE("transfer.person_inactive", Kind.CONFLICT),
    BULK_FAILED("bulk.failed", Kind.INTERNAL),
    TOKEN_REVOKED("transfer.token_revoked", Kind.CONFLICT),
    UNDO_FAILED("undo.failed", Kind.INTERNAL),
    UNDO_CHANGED("undo.changed", Kind.CONFLICT),
    /** {0}: name of objects that lead to it. */
    UNDO_ATTACHED("undo.attached", Kind.CONFLICT),
    UNDO_ATTACHED_UNSEEN("undo.attached_unseen", Kind.CONFLICT),
    /** Said to others than who was refused. */
    UNDO_REFUSED("undo.refused", Kind.CONFLICT),
    UNDO_GONE("undo.gone", Kind.CONFLICT),
    UNDO_CLOSED("undo.closed", Kind.FORBIDDEN),
    UNDO_FIELD_GONE("undo.field_gone", Kind.CONFLICT),

    EXPORT_NOT_FOUND("export.not_found", Kind.NOT_FOUND),
    EXPORT_NOT_READY("export.not_ready", Kind.CONFLICT),
    INVALID_FORMAT("export.invalid_format", Kind.MALFORMED),
    EXPORT_FAILED("export.failed", Kind.INTERNAL);

    private final String code;
    private final Kind kind;

    TransferError(String code, Kind kind) {
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
