package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.kernel.text.Checked;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every kind of text has in common: trimmed, no control characters, not too long. */
public final class Texts {
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern SEPARATORS = Pattern.compile("[,，;；、|\\n]+");
    /** Soft hyphen, zero-width blanks and joiners, byte order mark. */
    private static final String INVISIBLE = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    private static final int LONGEST_PIECE = 1_000;

    private Texts() {}

    /** Text on one line; line breaks become spaces. */
    static Coerced<String> line(Object raw, int maxLength) {
        return raw instanceof String s
                ? good(BREAKS.matcher(s).replaceAll(" "), maxLength)
                : Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.text"));
    }

    /** Text that keeps its lines. */
    static Coerced<String> block(Object raw, int maxLength) {
        return raw instanceof String s
                ? good(LINE_END.matcher(s).replaceAll("\n"), maxLength)
                : Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.text"));
    }

    /** What a filter looks for inside of a text: as it is typed, blanks included. */
    public static Coerced<String> piece(Object raw) {
        return switch (line(raw, LONGEST_PIECE)) {
            case Coerced.Good<String>(var text) when text != null -> Coerced.good((String) raw);
            case Coerced<String> other -> other;
        };
    }

    /** The text, or why it is not of its kind. */
    static Coerced<String> checked(Checked<String> checked) {
        return switch (checked) {
            case Checked.Valid<String>(var text) -> Coerced.good(text);
            case Checked.Invalid<String>(var error, var arguments) -> new Coerced.Bad<>(error, List.copyOf(arguments));
        };
    }

    /** Without the blanks around it, including those that only Unicode knows and files are full of. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The entries of a list in one cell, parted by commas, semicolons, 、 or lines. */
    static List<Object> entries(String cell) {
        return new ArrayList<>(SEPARATORS
                .splitAsStream(cell)
                .map(Texts::stripped)
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** Whether text of a setting is harmless and not too long. */
    static boolean fits(String text, int maxLength) {
        return line(text, maxLength) instanceof Coerced.Good<String>;
    }

    /** Whether people see all of the text, in the order in which it is written: something is there, and nothing turns it around. */
    static boolean plain(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT && !joins(c))
                && text.codePoints().anyMatch(Texts::shown);
    }

    /** Signs that some scripts and pictures need between letters. */
    private static boolean joins(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Whether a character is one by itself, not a mark on another one, and not one that fonts leave empty. */
    private static boolean shown(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
        };
    }

    /** The first character, the others hidden. */
    static String masked(String text) {
        return text.isEmpty() ? "***" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }

    private static Coerced<String> good(String raw, int maxLength) {
        String text = stripped(raw);
        if (text.isEmpty()) {
            return Coerced.good(null);
        }
        if (text.codePoints().anyMatch(Texts::forbidden)) {
            return Coerced.bad(MetadataError.CONTROL_CHARACTERS);
        }
        int length = text.codePointCount(0, text.length());
        return length > maxLength ? Coerced.bad(MetadataError.TOO_LONG, maxLength, length) : Coerced.good(text);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || INVISIBLE.indexOf(c) >= 0;
    }

    /** PostgreSQL takes no NUL, UTF-8 no half of a pair, and people see none of the others. */
    private static boolean forbidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean halfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control || halfPair;
    }
}
