package io.hemai.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names that somebody who misspelt one may have meant. */
final class Nearest {
    private static final int TOLD = 3;
    private static final int LONGEST = 60;

    private Nearest() {}

    static String to(String wanted, Collection<String> names) {
        String sought = plain(wanted);
        return names.stream()
                .sorted(Comparator.<String>comparingInt(name -> distance(sought, plain(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TOLD)
                .collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), LONGEST));
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
