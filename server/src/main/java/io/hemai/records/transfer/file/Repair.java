package io.hemai.records.transfer.file;

import java.util.List;

/**
 * How a broken row was evidently meant.
 *
 * @param cells one for each column
 * @param rows rows of the file that it takes up, this one first
 * @param args values for the reason's text
 */
public record Repair(List<String> cells, int rows, Reason reason, List<Object> args) {
    public Repair {
        cells = List.copyOf(cells);
        args = List.copyOf(args);
    }

    /** What happened to the row; the text stands under {@code repair.<code>}. */
    public enum Reason {
        /** The whole line was quoted as if it were one value. */
        LINE_QUOTED("file.line_quoted"),
        /** A value of the column {0} holds the delimiter without being quoted. */
        DELIMITER_IN_VALUE("file.delimiter_in_value"),
        /** A value of the column {0} was broken over {1} lines without being quoted. */
        VALUE_OVER_LINES("file.value_over_lines"),
        /** {1} values are missing at the column {0}. */
        VALUES_MISSING("file.values_missing"),
        /** A quotation mark is one too many or not doubled. */
        STRAY_QUOTE("file.stray_quote"),
        /** NUL bytes were left out. */
        NUL_REMOVED("file.nul_removed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable dotted name. */
        public String code() {
            return code;
        }
    }
}
