package io.hemai.metadata.fieldtype;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Patterns such as {@code dd/MM/yyyy HH:mm} that a person sets for a column of a file. */
final class DatePatterns {
    private static final int LONGEST = 60;
    private static final int MOST_KEPT = 200;
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 12, 31, 14, 30);
    private static final Map<String, Optional<DateTimeFormatter>> KNOWN = new ConcurrentHashMap<>();

    private DatePatterns() {}

    /** Whether days can be told by the pattern: what it writes of one, it reads again. */
    static boolean tellsDays(String pattern) {
        try {
            return formatter(pattern)
                    .map(formatter -> formatter.format(EXAMPLE))
                    .filter(text -> timed(pattern)
                            ? moment(text, pattern).isPresent()
                            : day(text, pattern).isPresent())
                    .isPresent();
        } catch (DateTimeException _) {
            return false; // the pattern asks for what only moments in a zone have
        }
    }

    /** Whether the pattern asks for a time of day. */
    static boolean timed(String pattern) {
        return pattern.indexOf('H') >= 0 || pattern.indexOf('h') >= 0;
    }

    static Optional<LocalDate> day(String text, String pattern) {
        return parsed(text, pattern, LocalDate::from);
    }

    static Optional<LocalDateTime> moment(String text, String pattern) {
        return parsed(text, pattern, LocalDateTime::from);
    }

    private static <T> Optional<T> parsed(String text, String pattern, TemporalQuery<T> kind) {
        return formatter(pattern).flatMap(formatter -> parsed(text, formatter, kind));
    }

    /** Looks at the shape first, since an exception for each of a million cells is slow. */
    private static <T> Optional<T> parsed(String text, DateTimeFormatter formatter, TemporalQuery<T> kind) {
        ParsePosition end = new ParsePosition(0);
        try {
            if (formatter.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
                return Optional.empty();
            }
            return Optional.of(formatter.parse(text, kind));
        } catch (DateTimeException _) {
            return Optional.empty(); // no such day in the calendar, or the pattern asks for too little
        }
    }

    /** The formatter, or nothing for what is no pattern. */
    private static Optional<DateTimeFormatter> formatter(String pattern) {
        Optional<DateTimeFormatter> known = KNOWN.get(pattern);
        if (known != null) {
            return known;
        }
        Optional<DateTimeFormatter> made = compiled(pattern);
        if (KNOWN.size() < MOST_KEPT) {
            KNOWN.put(pattern, made);
        }
        return made;
    }

    private static Optional<DateTimeFormatter> compiled(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
