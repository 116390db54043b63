package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends the run. */
@Component
final class StopAction implements Action<StopAction.Input> {
    /** Why, for who reads what it did. */
    record Input(@Nullable String reason) {}

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Stop(input.reason());
    }
}
