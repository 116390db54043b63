package io.hemai.automation.trigger;

import io.hemai.automation.ChangeTrigger;
import io.hemai.automation.Happening;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** A record was made. */
@Component
final class CreatedTrigger implements ChangeTrigger<NoInput> {
    @Override
    public String name() {
        return "created";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean starts(NoInput input, Happening happening) {
        return happening.created();
    }
}
