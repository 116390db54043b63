package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Goes on by the first way whose filter the record matches, or else with what comes after. */
@Component
final class BranchAction implements Action<NoInput> {
    @Override
    public String name() {
        return "branch";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean branches() {
        return true;
    }

    @Override
    public Outcome decide(NoInput input, Moment moment) {
        return new Outcome.Go(moment.ways().stream()
                .filter(way -> moment.matches().test(way.when()))
                .findFirst()
                .orElse(null));
    }
}
