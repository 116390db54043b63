package io.hemai.search;

import java.util.Locale;

/** The part of a text that shows why it was found. */
final class Excerpt {
    private static final int WHOLE = 120;
    private static final int BEFORE = 30;

    private Excerpt() {}

    /** The whole of a short text; of a long one the part around the first word. */
    static String of(String text, Words words) {
        if (text.length() <= WHOLE) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int at = words.words().stream()
                .mapToInt(w -> lower.indexOf(w.text()))
                .filter(found -> found >= 0)
                .min()
                .orElse(0);
        int from = edge(text, Math.max(0, at - BEFORE));
        int to = edge(text, Math.min(text.length(), from + WHOLE));
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }

    /** Never between the halves of a character. */
    private static int edge(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
