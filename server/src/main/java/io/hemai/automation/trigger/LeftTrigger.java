package io.hemai.automation.trigger;

import io.hemai.automation.ChangeTrigger;
import io.hemai.automation.Check;
import io.hemai.automation.Happening;
import org.springframework.stereotype.Component;

/** A field has none of some values any more, such as a deal that left a stage. */
@Component
final class LeftTrigger implements ChangeTrigger<Among> {
    @Override
    public String name() {
        return "left";
    }

    @Override
    public Class<Among> input() {
        return Among.class;
    }

    @Override
    public void check(Among input, Check check) {
        input.check(check);
    }

    @Override
    public boolean starts(Among input, Happening happening) {
        return input.became(happening)
                .filter(values -> input.has(values.before()) && !input.has(values.after()))
                .isPresent();
    }
}
