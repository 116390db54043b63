package io.hemai.metadata.fieldtype;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days and moments as they stand in files; what could be read in two ways is refused. */
final class Dates {
    static final String DAY_EXAMPLE = "2026-01-31";
    static final String LOCAL_EXAMPLE = "2026-01-31 14:30";
    static final String MOMENT_EXAMPLE = "2026-01-31T14:30:00+08:00";

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})()([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?(?: ?([AaPp])[Mm])?");
    private static final Pattern OFFSET = Pattern.compile(" ?(?:[Zz]|([+-][0-9]{2}):?([0-9]{2}))$");
    private static final Pattern BETWEEN = Pattern.compile("[T ]+");
    private static final Pattern TIMED = Pattern.compile("(.*?)[T ]+([0-9]{1,2}:.*)");

    private static final int LONGEST_CELL = 60;
    private static final int NOON = 12;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant EARLIEST = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LATEST = LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private Dates() {}

    /** A day, in the given pattern or in any that cannot be misread; a time of day behind it is left out. */
    static Coerced<LocalDate> day(String cell, @Nullable String format) {
        String text = plain(cell);
        if (text.isEmpty()) {
            return Coerced.good(null);
        }
        Matcher timed = TIMED.matcher(text);
        String day = timed.matches() && time(timed.group(2)).isPresent() ? timed.group(1) : text;
        if (format == null) {
            return plainDay(hyphened(day));
        }
        return DatePatterns.day(text, format)
                .or(() -> DatePatterns.day(day, format))
                .map(Dates::bounded)
                .orElseGet(() -> Coerced.bad(MetadataError.NOT_A_DATE, text, format));
    }

    private static Coerced<LocalDate> plainDay(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        if (yearFirst.matches() || digits.matches()) {
            MatchResult found = yearFirst.matches() ? yearFirst : digits;
            return day(found.group(1), found.group(3), found.group(4))
                    .map(Dates::bounded)
                    .orElseGet(() -> Coerced.bad(MetadataError.NOT_A_DATE, text, DAY_EXAMPLE));
        }
        return yearLast(text);
    }

    /** {@code 10/20/2016} has one reading, {@code 3/4/2017} has two and is refused; with points the day is first. */
    private static Coerced<LocalDate> yearLast(String text) {
        Matcher found = YEAR_LAST.matcher(text);
        if (!found.matches()) {
            return Coerced.bad(MetadataError.NOT_A_DATE, text, DAY_EXAMPLE);
        }
        boolean points = found.group(2).equals(".");
        Optional<LocalDate> dayFirst = day(found.group(4), found.group(3), found.group(1));
        Optional<LocalDate> monthFirst =
                points ? Optional.empty() : day(found.group(4), found.group(1), found.group(3));
        if (monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst)) {
            return Coerced.bad(MetadataError.AMBIGUOUS_DATE, text, monthFirst.get(), dayFirst.get());
        }
        return monthFirst
                .or(() -> dayFirst)
                .map(Dates::bounded)
                .orElseGet(() -> Coerced.bad(MetadataError.NOT_A_DATE, text, DAY_EXAMPLE));
    }

    /** A moment: with offset, or a local day and time in the zone. */
    static Coerced<Instant> moment(String cell, @Nullable String format, ZoneId zone) {
        String text = plain(cell);
        if (text.isEmpty()) {
            return Coerced.good(null);
        }
        if (format != null && DatePatterns.timed(format)) {
            return DatePatterns.moment(text, format)
                    .map(local -> bounded(local.atZone(zone).toInstant()))
                    .orElseGet(() -> Coerced.bad(MetadataError.NOT_A_DATE, text, format));
        }
        return withOffset(hyphened(text)).map(Dates::bounded).orElseGet(() -> local(text, format, zone));
    }

    private static Optional<Instant> withOffset(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (!offset.find() || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        String zone = offset.group(1) == null ? "Z" : offset.group(1) + ":" + offset.group(2);
        try {
            String local = BETWEEN.matcher(text.substring(0, offset.start())).replaceFirst("T");
            return Optional.of(OffsetDateTime.parse(local + zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty(); // the caller says that it is no moment
        }
    }

    private static Coerced<Instant> local(String text, @Nullable String format, ZoneId zone) {
        Matcher timed = TIMED.matcher(text);
        Optional<LocalTime> time = timed.matches() ? time(timed.group(2)) : Optional.of(LocalTime.MIDNIGHT);
        if (time.isEmpty()) {
            return Coerced.bad(MetadataError.NOT_A_DATE, text, LOCAL_EXAMPLE);
        }
        return switch (day(timed.matches() ? timed.group(1) : text, format)) {
            case Coerced.Good<LocalDate>(var day)
            when day == null -> Coerced.bad(MetadataError.NOT_A_DATE, text, LOCAL_EXAMPLE);
            case Coerced.Good<LocalDate>(var day) ->
                bounded(LocalDateTime.of(day, time.get()).atZone(zone).toInstant());
            case Coerced.Bad<LocalDate>(var code, var args) -> new Coerced.Bad<>(code, args);
        };
    }

    /** PostgreSQL and people both stop at four-digit years. */
    static Coerced<LocalDate> bounded(LocalDate day) {
        return day.isBefore(FIRST) || day.isAfter(LAST)
                ? Coerced.bad(MetadataError.NOT_A_DATE, day.toString(), DAY_EXAMPLE)
                : Coerced.good(day);
    }

    /** Kept to the microsecond, as PostgreSQL does. */
    static Coerced<Instant> bounded(Instant moment) {
        return moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)
                ? Coerced.bad(MetadataError.NOT_A_DATE, moment.toString(), MOMENT_EXAMPLE)
                : Coerced.good(moment.truncatedTo(ChronoUnit.MICROS));
    }

    /** Full-width digits and signs become plain ones. */
    private static String plain(String cell) {
        String text = Texts.stripped(cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell);
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** {@code 2026年1月31日} becomes {@code 2026-1-31}. */
    private static String hyphened(String text) {
        return text.indexOf('年') < 0
                ? text
                : text.replaceFirst("年", "-").replaceFirst("月", "-").replaceFirst("日", "");
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty(); // no such day in the calendar
        }
    }

    private static Optional<LocalTime> time(String text) {
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(1));
        if (found.group(5) != null) {
            if (hour < 1 || hour > NOON) {
                return Optional.empty();
            }
            hour = hour % NOON + (found.group(5).equalsIgnoreCase("p") ? NOON : 0);
        }
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        int nano = found.group(4) == null ? 0 : Integer.parseInt((found.group(4) + "00000000").substring(0, 9));
        try {
            return Optional.of(LocalTime.of(hour, Integer.parseInt(found.group(2)), second, nano));
        } catch (DateTimeException _) {
            return Optional.empty(); // no such time of day
        }
    }
}
