package io.hemai.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the time in which people work, by the clock on their wall: a night on which clocks are set back has an hour more. It looks ten
 * years ahead; what takes longer, or never comes, is the moment ten years on.
 */
public final class WorkingTime {
    private static final int FARTHEST_DAYS = 3_653;

    private final Map<DayOfWeek, Hours> week;
    private final Map<LocalDate, Hours> otherwise;
    private final ZoneId zone;

    /**
     * Of a calendar.
     *
     * @param week the hours of an ordinary week; no entry for days off
     * @param otherwise the hours of days that are not as their weekday
     */
    WorkingTime(Map<DayOfWeek, Hours> week, Map<LocalDate, Hours> otherwise, ZoneId zone) {
        this.week = Map.copyOf(week);
        this.otherwise = Map.copyOf(otherwise);
        this.zone = zone;
    }

    /** Some time without a break, of the day on which it begins. */
    private record Stretch(LocalDate day, Instant begin, Instant end) {}

    /**
     * The moment when that many working days and that much working time have passed. Whole days end at the same time of day; time that
     * begins to run outside of hours begins with the next that are worked, so that nobody has less than a whole day for a day.
     */
    public Instant after(Instant from, int days, Duration more) {
        Instant whole = days > 0 ? afterDays(from, days) : from;
        return days > 0 && more.isZero() ? whole : after(whole, more);
    }

    private Instant after(Instant from, Duration working) {
        Duration left = working;
        for (Stretch worked : (Iterable<Stretch>) stretches(from)::iterator) {
            Duration has = Duration.between(worked.begin(), worked.end());
            if (has.compareTo(left) >= 0) {
                return earlier(worked.begin().plus(left), farthest(from));
            }
            left = left.minus(has);
        }
        return farthest(from);
    }

    private Instant afterDays(Instant from, int days) {
        Optional<Stretch> first = stretches(from).findFirst();
        if (first.isEmpty()) {
            return farthest(from);
        }
        LocalDate day = first.get().day();
        LocalDateTime begun = LocalDateTime.ofInstant(first.get().begin(), zone);
        Duration intoTheDay = Duration.between(day.atStartOfDay(), begun);
        return day.datesUntil(day.plusDays(FARTHEST_DAYS))
                .skip(1)
                .filter(this::isWorkingDay)
                .skip(days - 1L)
                .findFirst()
                .map(last -> after(moment(last.atStartOfDay().plus(intoTheDay)), Duration.ZERO))
                .map(end -> earlier(end, farthest(from)))
                .orElseGet(() -> farthest(from));
    }

    /** How much is worked between two moments. */
    public Duration between(Instant from, Instant to) {
        return stretches(from)
                .takeWhile(worked -> worked.begin().isBefore(to))
                .map(worked -> Duration.between(worked.begin(), earlier(worked.end(), to)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether work begins on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !hours(day).isNone();
    }

    private Hours hours(LocalDate day) {
        return otherwise.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), Hours.NONE));
    }

    /** What is worked from that moment on, in order, none of it twice. */
    private Stream<Stretch> stretches(Instant from) {
        LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
        return first.datesUntil(first.plusDays(FARTHEST_DAYS))
                .flatMap(day -> stretches(day).stream())
                .filter(worked -> worked.end().isAfter(from))
                .map(worked -> new Stretch(worked.day(), later(worked.begin(), from), worked.end()));
    }

    /** Those of one day, from when the night before has ended. */
    private List<Stretch> stretches(LocalDate day) {
        Instant free = ends(day.minusDays(1)).orElse(Instant.MIN);
        List<Stretch> worked = new ArrayList<>();
        for (Hours.Span span : hours(day).spans()) {
            Instant begin = later(moment(day, span.from()), free);
            Instant end = moment(day, span.to());
            if (begin.isBefore(end)) {
                worked.add(new Stretch(day, begin, end));
            }
        }
        return worked;
    }

    private Optional<Instant> ends(LocalDate day) {
        return hours(day).spans().stream().map(span -> moment(day, span.to())).max(Comparator.naturalOrder());
    }

    private Instant moment(LocalDate day, int minute) {
        return moment(day.atStartOfDay().plusMinutes(minute));
    }

    /** Times that clocks leave out are when they do, and those that they show twice the first of the two. */
    private Instant moment(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant farthest(Instant from) {
        return from.plus(Duration.ofDays(FARTHEST_DAYS));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
