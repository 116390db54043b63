package io.hemai.kernel.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * The one definition of "the same text" for filters, search and duplicates: NFKC (so full width equals half width),
 * lower case letter by letter, no invisible characters, runs of white space as one blank, none at the ends.
 *
 * <p>{@link #SQL_EXPRESSION} is the same function in PostgreSQL. Both sides use simple case mapping (one code point to
 * one), fixed sets of white space and invisible characters, and NFKC again after lower case, since a lower-case letter
 * may combine where its capital does not (J with caron). A test compares them over all of Unicode.
 */
public final class Normalised {

    /**
     * An SQL expression over {@code %1$s}, a text expression, that equals {@link #of}. It is IMMUTABLE as it stands, so
     * an index may use it. The collation is named because {@code lower} otherwise follows the database's own provider;
     * {@code pg_c_utf8} is built in since PostgreSQL 17.
     */
    public static final String SQL_EXPRESSION = """
            btrim(regexp_replace(normalize(lower(normalize(translate(%1$s, \
            U&'\\0009\\000A\\000B\\000C\\000D\\0085\\1680\\2028\\2029\\00AD\\200B\\200C\\200D\\2060\\FEFF', \
            '         '), NFKC) COLLATE pg_c_utf8), NFKC), ' {2,}', ' ', 'g'))""";

    /** Body of a plpgsql function of {@code value text}, the same as {@link #SQL_EXPRESSION} but faster on plain ASCII. */
    public static final String SQL_FUNCTION_BODY = """
            BEGIN
              IF value !~ '[^ -~]' THEN
                value := lower(value COLLATE pg_c_utf8);
              ELSE
                value := normalize(lower(normalize(translate(value,
                  U&'\\0009\\000A\\000B\\000C\\000D\\0085\\1680\\2028\\2029\\00AD\\200B\\200C\\200D\\2060\\FEFF',
                  '         '), NFKC) COLLATE pg_c_utf8), NFKC);
              END IF;
              IF position('  ' in value) > 0 THEN
                value := regexp_replace(value, ' {2,}', ' ', 'g');
              END IF;
              RETURN btrim(value);
            END""";

    private Normalised() {}

    /** Returns the text in the form in which it is compared; empty when nothing visible is left. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String folded = lowerCase(Normalizer.normalize(visible(text), Form.NFKC));
        return collapse(Normalizer.normalize(folded, Form.NFKC));
    }

    /** Whether two texts count as the same. */
    public static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }

    /** True for text that is already in its normal form by a cheap look: ASCII, no capitals, single inner blanks. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c >= 'A' && c <= 'Z') || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Drops zero-width characters and turns the white space that NFKC leaves alone into blanks. */
    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {}
                case '\t', '\n', '\u000B', '\f', '\r', '\u0085', '\u1680', '\u2028', '\u2029' -> kept.append(' ');
                default -> kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static String collapse(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ')) {
                kept.append(c);
            }
        }
        int end = kept.length();
        return end > 0 && kept.charAt(end - 1) == ' ' ? kept.substring(0, end - 1) : kept.toString();
    }
}
