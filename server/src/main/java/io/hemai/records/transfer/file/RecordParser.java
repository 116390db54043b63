package io.hemai.records.transfer.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits physical lines into the cells of one record after RFC 4180.
 *
 * <p>More lenient than the RFC where the meaning is clear: a quotation mark inside a quoted cell that is followed by
 * neither another one nor a delimiter is taken as text and remembered as stray.
 */
final class RecordParser {
    private static final char QUOTE = '"';
    private static final int OPEN = -1;

    private final char delimiter;
    private final boolean literal;
    private final StringBuilder quoted = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean open;
    private boolean stray;

    RecordParser(char delimiter) {
        this(delimiter, false);
    }

    private RecordParser(char delimiter, boolean literal) {
        this.delimiter = delimiter;
        this.literal = literal;
    }

    /** The cells of a single line, in which a quotation mark that nothing closes is a character like any other. */
    static List<String> literally(String line, char delimiter) {
        RecordParser parser = new RecordParser(delimiter, true);
        parser.feed(line);
        return parser.take();
    }

    /** Takes the record's next physical line; returns whether the record ends with it. */
    boolean feed(String line) {
        int at = open ? restOfQuoted(line, 0) : 0;
        while (at != OPEN && at <= line.length()) {
            at = cell(line, at);
        }
        return !open;
    }

    /** Adds the line break that stood inside the open cell. */
    void feedBreak(String lineBreak) {
        quoted.append(lineBreak);
    }

    /** Whether a quoted cell held a quotation mark that was not doubled. */
    boolean stray() {
        return stray;
    }

    /** The record's cells; the parser is then ready for the next record. */
    List<String> take() {
        List<String> taken = cells;
        cells = new ArrayList<>(taken.size());
        quoted.setLength(0);
        open = false;
        stray = false;
        return taken;
    }

    /** Reads the cell that begins at {@code from}; returns where the next begins, beyond the length after the last. */
    private int cell(String line, int from) {
        int first = from;
        while (first < line.length() && line.charAt(first) == ' ') {
            first++;
        }
        if (first < line.length() && line.charAt(first) == QUOTE) {
            boolean strayBefore = stray;
            quoted.setLength(0);
            open = true;
            int next = restOfQuoted(line, first + 1);
            if (next != OPEN || !literal) {
                return next;
            }
            open = false;
            stray = strayBefore;
        }
        int end = line.indexOf(delimiter, from);
        end = end < 0 ? line.length() : end;
        cells.add(line.substring(from, end));
        return end + 1;
    }

    private int restOfQuoted(String line, int from) {
        int at = from;
        while (true) {
            int mark = line.indexOf(QUOTE, at);
            if (mark < 0) {
                quoted.append(line, at, line.length());
                return OPEN;
            }
            quoted.append(line, at, mark);
            at = mark + 1;
            int end = afterSpaces(line, at);
            if (at < line.length() && line.charAt(at) == QUOTE) {
                quoted.append(QUOTE);
                at++;
            } else if (end == line.length() || line.charAt(end) == delimiter) {
                cells.add(quoted.toString());
                open = false;
                return end + 1;
            } else {
                stray = true;
                quoted.append(QUOTE);
            }
        }
    }

    private static int afterSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
