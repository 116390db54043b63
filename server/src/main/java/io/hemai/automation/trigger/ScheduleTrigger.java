package io.hemai.automation.trigger;

import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.TimeTrigger;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import io.hemai.records.verb.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** At set times, for every record that matches then. What was missed meanwhile is made up for once. */
@Component
final class ScheduleTrigger implements TimeTrigger<ScheduleTrigger.Input> {
    private static final int DAYS_IN_WEEK = 7;
    private static final int LONGEST_MONTH = 31;

    /**
     * When; every day unless days are named.
     *
     * @param weekdays 1 for Monday to 7 for Sunday
     * @param day of the month; its last day where a month is shorter
     */
    record Input(
            @Asked(required = true) @Nullable LocalTime at,
            @Nullable List<Integer> weekdays,
            @Nullable Integer day) {

        boolean isOn(LocalDate date) {
            return (weekdays == null || weekdays.contains(date.getDayOfWeek().getValue()))
                    && (day == null || date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
        }
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        if (input.at() == null) {
            check.refuse("at", AutomationError.TIME_OF_DAY_NEEDED);
        }
        List<Integer> weekdays = input.weekdays();
        if (weekdays != null && (weekdays.isEmpty() || weekdays.stream().anyMatch(day -> !isIn(day, DAYS_IN_WEEK)))) {
            check.refuse("weekdays", AutomationError.WEEKDAYS_OUT_OF_RANGE);
        }
        if (input.day() != null && (weekdays != null || !isIn(input.day(), LONGEST_MONTH))) {
            check.refuse("day", AutomationError.DAY_OF_MONTH);
        }
    }

    private static boolean isIn(@Nullable Integer day, int last) {
        return day != null && day >= 1 && day <= last;
    }

    @Override
    public Optional<Filter> reached(Input input, ObjectType type, Instant after, Instant upTo, ZoneId zone) {
        return next(input, type, after, zone).isAfter(upTo) ? Optional.empty() : Optional.of(Filter.all());
    }

    @Override
    public int times(Input input, ObjectType type, Instant after, Instant upTo, ZoneId zone) {
        int times = 0;
        for (Instant at = next(input, type, after, zone); !at.isAfter(upTo); at = next(input, type, at, zone)) {
            times++;
        }
        return times;
    }

    @Override
    public Instant next(Input input, ObjectType type, Instant now, ZoneId zone) {
        LocalTime at = input.at() == null ? LocalTime.MIDNIGHT : input.at();
        LocalDate day = now.atZone(zone).toLocalDate();
        while (!input.isOn(day) || !day.atTime(at).atZone(zone).toInstant().isAfter(now)) {
            day = day.plusDays(1);
        }
        return day.atTime(at).atZone(zone).toInstant();
    }
}
