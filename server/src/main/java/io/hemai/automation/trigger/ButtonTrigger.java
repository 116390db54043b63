package io.hemai.automation.trigger;

import io.hemai.automation.HandTrigger;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Somebody chose it for a record, or a program asked for it. */
@Component
final class ButtonTrigger implements HandTrigger<NoInput> {
    @Override
    public String name() {
        return "button";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }
}
