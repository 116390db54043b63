package io.hemai.records.transfer.file;

import io.hemai.kernel.ErrorCode;

/** Why a file, or one of its rows, cannot be taken as it is. */
public enum FileError implements ErrorCode {
    EMPTY("file.empty", Kind.INVALID),
    NO_ROWS("file.no_rows", Kind.INVALID),
    OLD_EXCEL("file.old_excel", Kind.MEDIA),
    BINARY_EXCEL("file.binary_excel", Kind.MEDIA),
    OPEN_DOCUMENT("file.open_document", Kind.MEDIA),
    WEB_PAGE("file.web_page", Kind.MEDIA),
    ENCRYPTED("file.encrypted", Kind.MEDIA),
    /** {0}: what it is instead, such as PDF. */
    NOT_A_TABLE("file.not_a_table", Kind.MEDIA),
    DAMAGED("file.damaged", Kind.INVALID),
    /** The file unpacks to more than is allowed. */
    ZIP_BOMB("file.zip_bomb", Kind.TOO_LARGE),
    /** {0}: columns found, {1}: columns allowed. */
    TOO_MANY_COLUMNS("file.too_many_columns", Kind.TOO_LARGE),
    /** {0}: rows allowed. */
    TOO_MANY_ROWS("file.too_many_rows", Kind.TOO_LARGE),
    /** {0}: the sheet asked for. */
    NO_SUCH_SHEET("file.no_such_sheet", Kind.INVALID),

    /** Of a row; {0}: cells found, {1}: cells expected. */
    ROW_TOO_SHORT("file.row.too_short", Kind.INVALID),
    /** Of a row; {0}: cells found, {1}: cells expected. */
    ROW_TOO_LONG("file.row.too_long", Kind.INVALID),
    /** Of a row: a quotation mark opens a cell and nothing closes it. */
    ROW_UNCLOSED_QUOTE("file.row.unclosed_quote", Kind.INVALID),
    /** Of a row: a quotation mark inside a quoted cell is not doubled. */
    ROW_STRAY_QUOTE("file.row.stray_quote", Kind.INVALID),
    /** Of a row: longer than any honest one; the rest of the line was not read. */
    ROW_OVERLONG("file.row.overlong", Kind.INVALID),
    /** Of a row: bytes that are no characters in the file's encoding, or NUL. */
    ROW_UNREADABLE("file.row.unreadable", Kind.INVALID);

    private final String code;
    private final Kind kind;

    FileError(String code, Kind kind) {
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
