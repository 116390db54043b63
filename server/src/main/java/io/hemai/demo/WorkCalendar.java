package io.hemai.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Days and hours at which an office in China works. Public holidays are the fixed ones and Spring Festival; the yearly
 * exchange of weekends for working days is left out.
 */
final class WorkCalendar {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_MINUTE = 9 * 60 + 5;
    private static final int LAST_MINUTE = 17 * 60 + 50;

    /** The first day of the lunar year; a year that is missing here has no Spring Festival in the story. */
    private static final Map<Integer, MonthDay> LUNAR_NEW_YEAR = Map.of(
            2024, MonthDay.of(2, 10),
            2025, MonthDay.of(1, 29),
            2026, MonthDay.of(2, 17),
            2027, MonthDay.of(2, 6),
            2028, MonthDay.of(1, 26),
            2029, MonthDay.of(2, 13),
            2030, MonthDay.of(2, 3),
            2031, MonthDay.of(1, 23));

    private WorkCalendar() {}

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The day itself when it is a working day, otherwise the next one. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The working day that comes so many working days later. */
    static LocalDate plus(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; left--) {
            at = onOrAfter(at.plusDays(1));
        }
        return onOrAfter(at);
    }

    /** A minute of the working hours of that day. */
    static Instant workingHour(LocalDate day, Dice dice) {
        boolean morning = dice.chance(0.5);
        int minute = morning ? dice.between(FIRST_MINUTE, 11 * 60 + 50) : dice.between(13 * 60 + 30, LAST_MINUTE);
        return at(day, LocalTime.of(minute / 60, minute % 60));
    }

    /** The time itself when people work then, otherwise one at which they do on that day or the next working day. */
    static Instant withinHours(Instant time) {
        ZonedDateTime at = time.atZone(ZONE);
        int minute = at.getHour() * 60 + at.getMinute();
        boolean works = minute >= FIRST_MINUTE && minute <= LAST_MINUTE;
        int within = works ? minute : FIRST_MINUTE + minute % (LAST_MINUTE - FIRST_MINUTE);
        return at(onOrAfter(at.toLocalDate()), LocalTime.of(within / 60, within % 60));
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    private static boolean isHoliday(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        if (monthDay == 101 || (monthDay >= 501 && monthDay <= 505) || (monthDay >= 1001 && monthDay <= 1007)) {
            return true;
        }
        MonthDay newYear = LUNAR_NEW_YEAR.get(day.getYear());
        if (newYear == null) {
            return false;
        }
        LocalDate first = newYear.atYear(day.getYear());
        return !day.isBefore(first.minusDays(1)) && !day.isAfter(first.plusDays(7));
    }
}
