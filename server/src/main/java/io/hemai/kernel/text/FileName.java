package io.hemai.kernel.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The name of a file as it is kept: no path, nothing that is not seen or turns the reading direction, not too long. */
public final class FileName {
    public static final int LONGEST = 200;

    private static final String NAMELESS = "file";
    private static final int LONGEST_ENDING = 20;
    /** Holds emoji of several parts together. */
    private static final int JOINER = 0x200D;

    private FileName() {}

    /** What is left of a name that a client gave. */
    public static String of(@Nullable String given) {
        String whole = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        String kept = last.codePoints()
                .filter(FileName::isSeen)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return kept.chars().allMatch(c -> c == '.') ? NAMELESS : shortened(kept);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == JOINER;
            default -> true;
        };
    }

    /** Keeps the ending, by which people and programs know what it is. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int rest = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, rest)) + ending;
    }
}
