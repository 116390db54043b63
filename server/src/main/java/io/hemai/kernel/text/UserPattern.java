package io.hemai.kernel.text;

import com.google.re2j.Pattern;

/** A compiled pattern of a user; safe for many threads. */
public final class UserPattern {
    /** Longer texts are not searched to their end. */
    private static final int LONGEST_TEXT = 100_000;

    private final Pattern pattern;

    UserPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern as it was written. */
    public String source() {
        return pattern.pattern();
    }

    /** Whether the whole text has this form. */
    public boolean matches(String text) {
        return text.length() <= LONGEST_TEXT && pattern.matcher(text).matches();
    }

    /** Whether it occurs within the first 100,000 characters. */
    public boolean foundIn(String text) {
        return pattern.matcher(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT))
                .find();
    }

    @Override
    public String toString() {
        return source();
    }
}
