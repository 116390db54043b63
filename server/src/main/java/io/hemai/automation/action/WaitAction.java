package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets time pass before the next step. */
@Component
final class WaitAction implements Action<WaitAction.Input> {
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /** How long, all of it together. */
    record Input(
            @Nullable Integer days,
            @Nullable Integer hours,
            @Nullable Integer minutes) {
        Duration length() {
            return Duration.ofDays(days == null ? 0 : days)
                    .plusHours(hours == null ? 0 : hours)
                    .plusMinutes(minutes == null ? 0 : minutes);
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
        if (!input.length().isPositive() || input.length().compareTo(LONGEST) > 0) {
            check.refuse("", AutomationError.NO_TIME, LONGEST.toDays());
        }
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        Instant until = moment.now().plus(input.length());
        return new Outcome.Wait(until);
    }
}
