package io.hemai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time in China's year 2026, and against a count of single minutes. */
class WorkingTimeTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Hours USUAL = Hours.read(WorkingCalendarObject.USUAL);
    private static final WorkingTime CHINA = china();

    private static WorkingTime china() {
        Map<LocalDate, Hours> otherwise = new HashMap<>();
        ReadyDays.of("CN", Locale.SIMPLIFIED_CHINESE)
                .forEach(day -> otherwise.put(day.day(), day.kind() == DayKind.OFF ? Hours.NONE : USUAL));
        return new WorkingTime(week(USUAL), otherwise, SHANGHAI);
    }

    private static Map<DayOfWeek, Hours> week(Hours hours) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, hours));
        return week;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // a Tuesday; the same time of day
        "2026-11-03T15:00, 1, 0, 2026-11-04T15:00",
        // over a weekend
        "2026-11-06T15:00, 1, 0, 2026-11-09T15:00",
        // in the evening, on the weekend, before work: a whole day from when it begins
        "2026-11-06T20:00, 1, 0, 2026-11-10T09:00",
        "2026-11-07T15:00, 1, 0, 2026-11-10T09:00",
        "2026-11-03T07:00, 1, 0, 2026-11-04T09:00",
        "2026-11-03T12:30, 1, 0, 2026-11-04T13:00",
        // hours end with the day, and go on after a break, a night and the National Day
        "2026-11-03T16:00, 0, 2, 2026-11-03T18:00",
        "2026-11-03T11:00, 0, 2, 2026-11-03T14:00",
        "2026-11-06T17:00, 0, 3, 2026-11-09T11:00",
        "2026-09-30T17:00, 0, 2, 2026-10-08T10:00",
        "2026-09-30T17:00, 1, 0, 2026-10-08T17:00",
        // the Saturday after it is worked
        "2026-10-09T10:00, 1, 0, 2026-10-10T10:00",
        "2026-10-09T10:00, 2, 3, 2026-10-12T14:00",
    })
    void days(String from, int days, int hours, String end) {
        assertThat(CHINA.after(at(from), days, Duration.ofHours(hours))).isEqualTo(at(end));
    }

    @Test
    void aShortDayEndsWithTheNextThatIsWorked() {
        WorkingTime half =
                new WorkingTime(week(USUAL), Map.of(LocalDate.of(2026, 11, 4), Hours.read("09:00-12:00")), SHANGHAI);
        assertThat(half.after(at("2026-11-03T15:00"), 1, Duration.ZERO)).isEqualTo(at("2026-11-05T09:00"));
        assertThat(half.between(at("2026-11-03T15:00"), at("2026-11-05T09:00"))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        WorkingTime night = new WorkingTime(week(Hours.read("22:00-06:00")), Map.of(), SHANGHAI);
        // Saturday at two is still Friday's shift
        assertThat(night.after(at("2026-11-07T02:00"), 1, Duration.ZERO)).isEqualTo(at("2026-11-10T02:00"));
        assertThat(night.after(at("2026-11-06T23:00"), 0, Duration.ofHours(8))).isEqualTo(at("2026-11-09T23:00"));
    }

    @Test
    void aNightOnWhichClocksAreSetHasAnHourMoreOrLess() {
        ZoneId zone = ZoneId.of("America/New_York");
        Map<DayOfWeek, Hours> nights = new EnumMap<>(DayOfWeek.class);
        List.of(DayOfWeek.values()).forEach(day -> nights.put(day, Hours.read("22:00-06:00")));
        WorkingTime night = new WorkingTime(nights, Map.of(), zone);
        assertThat(night.between(noon(2026, 3, 7, zone), noon(2026, 3, 8, zone)))
                .isEqualTo(Duration.ofHours(7));
        assertThat(night.between(noon(2026, 10, 31, zone), noon(2026, 11, 1, zone)))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void hoursThatClocksLeaveOutBeginWhenTheyGoOn() {
        ZoneId zone = ZoneId.of("America/New_York");
        WorkingTime early = new WorkingTime(Map.of(DayOfWeek.SUNDAY, Hours.read("02:30-04:00")), Map.of(), zone);
        assertThat(early.between(noon(2026, 3, 7, zone), noon(2026, 3, 8, zone)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(early.between(noon(2026, 3, 14, zone), noon(2026, 3, 15, zone)))
                .isEqualTo(Duration.ofMinutes(90));
    }

    private static Instant noon(int year, int month, int day, ZoneId zone) {
        return LocalDate.of(year, month, day).atTime(12, 0).atZone(zone).toInstant();
    }

    @Test
    void whatNeverComesIsTenYearsOn() {
        WorkingTime none = new WorkingTime(Map.of(), Map.of(), SHANGHAI);
        Instant from = at("2026-11-03T15:00");
        Instant later = from.plus(Duration.ofDays(3_653));
        assertThat(none.after(from, 1, Duration.ZERO)).isEqualTo(later);
        assertThat(none.after(from, 0, Duration.ofHours(1))).isEqualTo(later);
        assertThat(none.between(from, later)).isZero();
        assertThat(CHINA.after(from, 5_000, Duration.ZERO)).isEqualTo(later);
        assertThat(CHINA.after(from, 0, Duration.ofHours(50_000))).isEqualTo(later);
    }

    /** 28 days off and 8 worked instead in 2024, and so on, by the notices of the State Council. */
    @ParameterizedTest
    @CsvSource({"2024, 28, 8", "2025, 28, 5", "2026, 33, 6"})
    void theOfficialDaysAreAll(int year, int off, int worked) {
        List<ReadyDays.Day> days = ReadyDays.of("CN", Locale.ENGLISH).stream()
                .filter(day -> day.day().getYear() == year)
                .toList();
        assertThat(days).extracting(ReadyDays.Day::day).doesNotHaveDuplicates();
        assertThat(days.stream().filter(day -> day.kind() == DayKind.OFF)).hasSize(off);
        assertThat(days.stream().filter(day -> day.kind() == DayKind.WORKING))
                .hasSize(worked)
                .allMatch(day -> day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        assertThat(ReadyDays.of("NL", Locale.ENGLISH)).isEmpty();
    }

    /** One minute after another, each looked at by itself. */
    private record Naive(Map<DayOfWeek, Hours> week, Map<LocalDate, Hours> otherwise, ZoneId zone) {
        private Hours hours(LocalDate day) {
            Hours of = otherwise.get(day);
            return of != null ? of : week.getOrDefault(day.getDayOfWeek(), Hours.NONE);
        }

        boolean isWorked(Instant minute) {
            LocalDateTime local = LocalDateTime.ofInstant(minute, zone);
            int time = local.getHour() * 60 + local.getMinute();
            return hours(local.toLocalDate()).spans().stream().anyMatch(s -> s.from() <= time && time < s.to())
                    || hours(local.toLocalDate().minusDays(1)).spans().stream().anyMatch(s -> time + 1440 < s.to());
        }

        Instant after(Instant from, int minutes) {
            Instant at = from;
            for (int left = minutes; left > 0; at = at.plusSeconds(60)) {
                left -= isWorked(at) ? 1 : 0;
            }
            return at;
        }

        Instant afterDays(Instant from, int days) {
            Instant begun = nextWorked(from);
            LocalDateTime local = LocalDateTime.ofInstant(begun, zone);
            LocalDate day = local.toLocalDate();
            for (int left = days; left > 0; ) {
                day = day.plusDays(1);
                left -= hours(day).isNone() ? 0 : 1;
            }
            Instant at = day.atStartOfDay(zone).toInstant();
            while (LocalDateTime.ofInstant(at, zone).isBefore(day.atTime(local.toLocalTime()))) {
                at = at.plusSeconds(60);
            }
            return nextWorked(at);
        }

        private Instant nextWorked(Instant from) {
            Instant at = from;
            while (!isWorked(at)) {
                at = at.plusSeconds(60);
            }
            return at;
        }
    }

    /** No boundary between one and three at night, where clocks show half hours twice or not at all. */
    private static Hours random(Random random, boolean nights) {
        int count = random.nextInt(4);
        List<Integer> bounds = new ArrayList<>();
        while (bounds.size() < 2 * count) {
            int bound = random.nextInt(nights ? 72 : 48) * 30;
            int time = bound % 1440;
            if (!bounds.contains(bound) && !(time > 60 && time < 180)) {
                bounds.add(bound);
            }
        }
        bounds.sort(null);
        List<Hours.Span> spans = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i += 2) {
            if (bounds.get(i) < 1440 && bounds.get(i + 1) - bounds.get(i) < 1440) {
                spans.add(new Hours.Span(bounds.get(i), bounds.get(i + 1)));
            }
        }
        return new Hours(spans);
    }

    private static Naive random(Random random, ZoneId zone, boolean nights) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random(random, nights));
        }
        week.put(DayOfWeek.WEDNESDAY, USUAL);
        Map<LocalDate, Hours> otherwise = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            otherwise.put(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)), random(random, nights));
        }
        return new Naive(week, otherwise, zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Europe/Berlin"})
    void itIsWhatCountingMinutesSays(String place) {
        ZoneId zone = ZoneId.of(place);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Naive naive = random(random, zone, true);
            WorkingTime time = new WorkingTime(naive.week(), naive.otherwise(), zone);
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(350 * 1440));
            int minutes = 1 + random.nextInt(3_000);
            Instant end = naive.after(from, minutes);
            assertThat(time.after(from, 0, Duration.ofMinutes(minutes)))
                    .as("%s after %s in seed %s", minutes, from, seed)
                    .isEqualTo(end);
            assertThat(time.between(from, end)).as("seed %s", seed).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(time.between(from, end.minusSeconds(60)))
                    .as("seed %s", seed)
                    .isEqualTo(Duration.ofMinutes(minutes - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"})
    void soAreDays(String place) {
        ZoneId zone = ZoneId.of(place);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Naive naive = random(random, zone, false);
            WorkingTime time = new WorkingTime(naive.week(), naive.otherwise(), zone);
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(350 * 1440));
            int days = 1 + random.nextInt(8);
            assertThat(time.after(from, days, Duration.ZERO))
                    .as("%s days after %s in seed %s", days, from, seed)
                    .isEqualTo(naive.afterDays(from, days));
        }
    }
}
