package io.hemai.records.transfer.file;

/** One table of a file: a header and rows that can be read any number of times. */
public interface Table {
    /** The sheet's name, or the file's for CSV. */
    String name();

    /** Whether the sheet is hidden from the person who opens the file. */
    boolean hidden();

    /** The names of the columns; read once. */
    Header header();

    /** What parts the cells of a line; a comma where there are no lines. */
    default char delimiter() {
        return ',';
    }

    /** All rows below the header. */
    default RowCursor rows() {
        return rowsFrom(0);
    }

    /** The rows from a position on, counted from 0 below the header; the same position always gives the same row. */
    RowCursor rowsFrom(long rowIndex);
}
