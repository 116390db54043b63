package io.hemai.records.web;

import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of records as entity tags: {@code "7"}. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Versions() {}

    /** The version in {@code If-Match}, which must be there. */
    static long required(@Nullable String match) {
        if (match == null || match.isBlank()) {
            throw Refusal.of(RecordsError.VERSION_REQUIRED);
        }
        return read(match);
    }

    /** The version in {@code If-Match}, when it is there. */
    static @Nullable Long optional(@Nullable String match) {
        return match == null || match.isBlank() ? null : (Long) read(match);
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static long read(String match) {
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw Refusal.ofField("If-Match", RecordsError.INVALID_VERSION, match);
        }
        return Long.parseLong(tag.group(1));
    }
}
