package io.hemai.correspondence;

import org.jspecify.annotations.Nullable;

/** What mails say, as fields keep it. */
final class MailText {
    private static final int LONGEST_BODY = 10_000;

    private MailText() {}

    /** As the body of an activity, which may be shorter than what somebody mails; null for nothing. */
    static @Nullable String body(String text) {
        String said = cut(clean(text).strip(), LONGEST_BODY);
        return said.isEmpty() ? null : said;
    }

    /** As one line of up to so many characters. */
    static String line(String text, int most) {
        return cut(clean(text).replaceAll("\\s+", " ").strip(), most);
    }

    /** Without what no field holds, and people do not see. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || (!Character.isISOControl(c) && !isHalf(c)))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
