package io.hemai.records.transfer.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way in which people write days, with or without a time of day behind. */
public enum DateStyle {
    ISO("yyyy-M-d", "(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})"),
    SLASH_YMD("yyyy/M/d", "(?<y>\\d{4})/(?<m>\\d{1,2})/(?<d>\\d{1,2})"),
    DOT_YMD("yyyy.M.d", "(?<y>\\d{4})\\.(?<m>\\d{1,2})\\.(?<d>\\d{1,2})"),
    CHINESE("yyyy年M月d日", "(?<y>\\d{4})\\s?年\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号]"),
    COMPACT("yyyyMMdd", "(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})"),
    SLASH_MDY("M/d/yyyy", "(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})"),
    SLASH_DMY("d/M/yyyy", "(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})"),
    SLASH_MDY_SHORT("M/d/yy", "(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{2})"),
    SLASH_DMY_SHORT("d/M/yy", "(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{2})"),
    DASH_MDY("M-d-yyyy", "(?<m>\\d{1,2})-(?<d>\\d{1,2})-(?<y>\\d{4})"),
    DASH_DMY("d-M-yyyy", "(?<d>\\d{1,2})-(?<m>\\d{1,2})-(?<y>\\d{4})"),
    DOT_DMY("d.M.yyyy", "(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})"),
    NAMED_DMY("d MMM yyyy", "(?<d>\\d{1,2})[- ](?<m>[A-Za-z]{3,9})[-, ]+(?<y>\\d{4})"),
    NAMED_MDY("MMM d, yyyy", "(?<m>[A-Za-z]{3,9})\\.? (?<d>\\d{1,2}),? (?<y>\\d{4})");

    private static final String TIME = "(?:(?:T| +)(?<h>\\d{1,2}):(?<n>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d{1,9})?)?"
            + "(?: ?(?<half>[AaPp][Mm]))?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final int LONGEST = 48;
    private static final int CENTURY_TURN = 70;
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final String pattern;
    private final Pattern shape;

    DateStyle(String pattern, String shape) {
        this.pattern = pattern;
        this.shape = Pattern.compile(shape + TIME);
    }

    /** How the day is written, in the letters that people know: {@code d/M/yyyy}. */
    public String pattern() {
        return pattern;
    }

    /** The style written so. */
    public static Optional<DateStyle> ofPattern(String pattern) {
        for (DateStyle style : values()) {
            if (style.pattern.equals(pattern)) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    /** A {@link LocalDate}, {@link LocalDateTime} or {@link OffsetDateTime}, or nothing when the text is not so written. */
    public Optional<Temporal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher found = shape.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(year(found.group("y")), month(found.group("m")), number(found.group("d")));
            return Optional.of(withTime(day, found));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Temporal withTime(LocalDate day, Matcher found) {
        if (found.group("h") == null) {
            return day;
        }
        int hour = hour(number(found.group("h")), found.group("half"));
        int second = found.group("s") == null ? 0 : number(found.group("s"));
        LocalDateTime moment = LocalDateTime.of(day, LocalTime.of(hour, number(found.group("n")), second));
        String zone = found.group("zone");
        return zone == null ? moment : OffsetDateTime.of(moment, ZoneOffset.of(zone));
    }

    private static int hour(int shown, @Nullable String half) {
        if (half == null) {
            return shown;
        }
        if (shown < 1 || shown > 12) {
            throw new DateTimeException("hour of half a day");
        }
        return shown % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }

    private static int year(String text) {
        int year = number(text);
        if (text.length() == 4) {
            return year;
        }
        return year + (year < CENTURY_TURN ? 2000 : 1900);
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return number(text);
        }
        String name = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equals(name) || MONTHS.get(i).substring(0, 3).equals(name)) {
                return i + 1;
            }
        }
        throw new DateTimeException("month");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
