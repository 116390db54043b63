package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Offset;
import io.hemai.automation.Outcome;
import io.hemai.kernel.Filter;
import io.hemai.records.query.FilterJson;
import io.hemai.records.verb.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets time pass before the next step: some time, until a moment around the one that a field says, or until the record becomes something. */
@Component
final class WaitAction implements Action<WaitAction.Input> {
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /**
     * How long, all of it together.
     *
     * @param until a field; the time counts from what it says, and days less than none are before it. Null for from now on
     * @param at the time of day, when the field is a date
     * @param working whether only time counts in which people work; from now on, since before a date it would count back
     * @param change a filter; once the record matches it, nothing more is waited for. Then the time may be left out
     */
    record Input(
            @Nullable Integer days,
            @Nullable Integer hours,
            @Nullable Integer minutes,
            @Asked(kind = "field") @Nullable String until,
            @Nullable LocalTime at,
            @Nullable Boolean working,
            @Asked(kind = "filter") @Nullable Map<String, Object> change) {
        @Nullable
        Filter awaited() {
            return change == null ? null : FilterJson.read(change);
        }

        boolean isTimeless() {
            return change != null
                    && until == null
                    && Stream.of(days, hours, minutes).allMatch(Objects::isNull);
        }

        boolean counted() {
            return Boolean.TRUE.equals(working);
        }

        boolean isNegative() {
            return Stream.of(days, hours, minutes).anyMatch(some -> some != null && some < 0);
        }

        Duration length() {
            return Duration.ofDays(days == null ? 0 : days).plusMinutes(shorter());
        }

        long shorter() {
            return Duration.ofHours(hours == null ? 0 : hours)
                    .plusMinutes(minutes == null ? 0 : minutes)
                    .toMinutes();
        }

        Offset offset() {
            return Offset.of(days, Math.clamp(shorter(), Integer.MIN_VALUE, Integer.MAX_VALUE), at);
        }
    }

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        if (input.change() != null) {
            check.asked("change", input.change());
        }
        if (input.isTimeless()) {
            return;
        }
        if (input.until() != null) {
            if (input.counted()) {
                check.refuse("working", AutomationError.WORKING_UNTIL);
            }
            input.offset().check(check, "until", input.until());
        } else if (!input.length().isPositive()
                || input.length().compareTo(LONGEST) > 0
                || (input.counted() && input.isNegative())) {
            check.refuse("", AutomationError.NO_TIME, LONGEST.toDays());
        }
    }

    /** What the field said when the step was taken counts; where it says nothing, or the moment is over, nothing is waited for. */
    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Wait(until(input, moment), input.awaited());
    }

    private static Instant until(Input input, Moment moment) {
        if (input.isTimeless()) {
            return moment.now().plus(LONGEST);
        }
        if (input.counted()) {
            int days = input.days() == null ? 0 : input.days();
            return moment.workingTime().after(moment.now(), days, Duration.ofMinutes(input.shorter()));
        }
        if (input.until() == null) {
            return moment.now().plus(input.length());
        }
        Object from = moment.record().value(moment.record().type().requireField(input.until()));
        Instant until = from == null ? moment.now() : input.offset().from(from, moment.zone());
        return until.isBefore(moment.now()) ? moment.now() : until;
    }
}
