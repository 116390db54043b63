package io.hemai.records.query;

import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relative periods such as {@code this_week} and {@code last_30_days}; weeks begin on Monday, days are the person's. */
final class Periods {
    private static final Pattern COUNTED = Pattern.compile("(last|next)_(\\d{1,4})_(days|weeks|months)");
    private static final String NAMED =
            "today, yesterday, tomorrow, this_week, last_week, next_week, this_month, last_month, next_month, "
                    + "this_quarter, last_quarter, next_quarter, this_year, last_year, next_year, last_N_days, next_N_days";

    /**
     * Days from the first to the last, both included.
     */
    record Period(LocalDate first, LocalDate last) {}

    private Periods() {}

    /** The days that the name means on that day. */
    static Period of(String path, String name, LocalDate today) {
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        return switch (name) {
            case "today" -> new Period(today, today);
            case "yesterday" -> new Period(today.minusDays(1), today.minusDays(1));
            case "tomorrow" -> new Period(today.plusDays(1), today.plusDays(1));
            case "this_week" -> new Period(week, week.plusDays(6));
            case "last_week" -> new Period(week.minusDays(7), week.minusDays(1));
            case "next_week" -> new Period(week.plusDays(7), week.plusDays(13));
            case "this_month" -> new Period(month, month.plusMonths(1).minusDays(1));
            case "last_month" -> new Period(month.minusMonths(1), month.minusDays(1));
            case "next_month" ->
                new Period(month.plusMonths(1), month.plusMonths(2).minusDays(1));
            case "this_quarter" -> new Period(quarter, quarter.plusMonths(3).minusDays(1));
            case "last_quarter" -> new Period(quarter.minusMonths(3), quarter.minusDays(1));
            case "next_quarter" ->
                new Period(quarter.plusMonths(3), quarter.plusMonths(6).minusDays(1));
            case "this_year" -> new Period(year, year.plusYears(1).minusDays(1));
            case "last_year" -> new Period(year.minusYears(1), year.minusDays(1));
            case "next_year" -> new Period(year.plusYears(1), year.plusYears(2).minusDays(1));
            default -> counted(path, name, today);
        };
    }

    /** {@code last_30_days} are the 30 days that end today; {@code next_7_days} the 7 that begin today. */
    private static Period counted(String path, String name, LocalDate today) {
        Matcher parts = COUNTED.matcher(name);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) == 0) {
            throw Refusal.ofField(path, RecordsError.UNKNOWN_PERIOD, name, NAMED);
        }
        int n = Integer.parseInt(parts.group(2));
        boolean back = parts.group(1).equals("last");
        LocalDate end = switch (parts.group(3)) {
            case "weeks" -> back ? today.minusWeeks(n) : today.plusWeeks(n);
            case "months" -> back ? today.minusMonths(n) : today.plusMonths(n);
            default -> back ? today.minusDays(n) : today.plusDays(n);
        };
        return back ? new Period(end.plusDays(1), today) : new Period(today, end.minusDays(1));
    }
}
