package io.hemai.search;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Normalised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that a record must all contain.
 *
 * @param phrase the whole as it compares, with single blanks
 */
record Words(String phrase, List<Word> words) {
    private static final int LONGEST = 100;
    private static final int MOST = 8;
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]{2,}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9()./-]{6,}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int PHONE_DIGITS = 6;

    Words {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param forms the texts of which a record must contain one: as typed, and as phone numbers are kept
     */
    record Word(String text, List<String> forms) {
        /** Whether it may be pinyin. */
        boolean latin() {
            return LATIN.matcher(text).matches();
        }

        /** Whether it is digits only, of which people remember the last ones. */
        boolean digits() {
            return DIGITS.matcher(text).matches();
        }

        /** Whether it is a single character, which no index of two-character runs finds. */
        boolean single() {
            return text.codePointCount(0, text.length()) == 1;
        }

        /** Whether the folded text contains it. */
        boolean within(String folded) {
            return forms.stream().anyMatch(folded::contains);
        }
    }

    /** Reads what was typed. */
    static Words of(String typed) {
        String phrase = Normalised.of(typed.replaceAll("\\p{Cntrl}+", " "));
        if (phrase.isEmpty()) {
            throw Refusal.ofField("q", SearchError.EMPTY);
        }
        if (phrase.length() > LONGEST) {
            throw Refusal.ofField("q", SearchError.TOO_LONG, LONGEST);
        }
        List<String> parts = Arrays.stream(phrase.split(" ")).distinct().toList();
        if (parts.size() > MOST) {
            throw Refusal.ofField("q", SearchError.TOO_MANY_WORDS, MOST);
        }
        return new Words(phrase, parts.stream().map(Words::word).toList());
    }

    /** Numbers are kept with country code and without anything between the digits, so a trunk zero goes too. */
    private static Word word(String text) {
        Set<String> forms = new LinkedHashSet<>(List.of(text));
        if (NUMBER.matcher(text).matches()) {
            String digits = text.replaceAll("[^0-9]", "");
            if (digits.length() >= PHONE_DIGITS) {
                forms.add(digits);
                forms.add(digits.replaceFirst("^0+", ""));
            }
        }
        forms.removeIf(String::isEmpty);
        return new Word(text, new ArrayList<>(forms));
    }

    boolean several() {
        return words.size() > 1;
    }

    /** The two-character runs that a text containing this one has; empty for a single character. */
    static String[] grams(String text) {
        int[] points = text.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(new String(points, i, 2));
        }
        return grams.toArray(String[]::new);
    }
}
