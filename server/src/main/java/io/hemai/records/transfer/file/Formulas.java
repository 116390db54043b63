package io.hemai.records.transfer.file;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from taking a text for a formula. */
public final class Formulas {
    /** What spreadsheets start a formula with, the full-width forms among them. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(\\.\\d+)?([eE][+-]?\\d{1,3})?%?");
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ]{4,20}");

    private Formulas() {}

    /** The text, with an apostrophe before it when a spreadsheet would calculate it, or when it looks disarmed already. */
    public static String disarm(String text) {
        return calculates(withoutApostrophes(text)) ? "'" + text : text;
    }

    /** Takes back what {@link #disarm} added, for files of our own that come in again. */
    public static String restore(String text) {
        return text.startsWith("'") && calculates(withoutApostrophes(text)) ? text.substring(1) : text;
    }

    private static String withoutApostrophes(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\'') {
            from++;
        }
        return text.substring(from);
    }

    private static boolean calculates(String text) {
        int from = 0;
        while (from < text.length() && isSkipped(text.charAt(from))) {
            from++;
        }
        String start = text.substring(from);
        return !start.isEmpty()
                && STARTS.indexOf(start.charAt(0)) >= 0
                && !PLAIN_NUMBER.matcher(start).matches()
                && !PHONE.matcher(start).matches();
    }

    /** Spaces before a formula, and what separates cells where commas do not, hold no spreadsheet back. */
    private static boolean isSkipped(char c) {
        return c == ';'
                || c == '；'
                || ((Character.isWhitespace(c) || Character.isSpaceChar(c)) && STARTS.indexOf(c) < 0);
    }
}
