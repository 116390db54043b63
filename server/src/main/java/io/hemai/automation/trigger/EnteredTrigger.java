package io.hemai.automation.trigger;

import io.hemai.automation.ChangeTrigger;
import io.hemai.automation.Check;
import io.hemai.automation.Happening;
import org.springframework.stereotype.Component;

/** A field came to one of some values, such as a deal to a stage; a record that is made with it came to it as well. */
@Component
final class EnteredTrigger implements ChangeTrigger<Among> {
    @Override
    public String name() {
        return "entered";
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
                .filter(values -> input.has(values.after()) && !input.has(values.before()))
                .isPresent();
    }
}
