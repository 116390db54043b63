package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.records.verb.Asked;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does with the record what people do by a button: assigning, sharing, moving to a stage, converting. */
@Component
final class VerbAction implements Action<VerbAction.Input> {
    /** The verb, with its own input. */
    record Input(
            @Asked(kind = "verb", required = true) @Nullable String verb,
            @Asked(kind = "values") @Nullable Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> given() {
            return input == null ? Map.of() : input;
        }
    }

    @Override
    public String name() {
        return "verb";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        check.verb(input.verb(), "input", input.given());
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Done(List.of(new Outcome.Deed.Call(String.valueOf(input.verb()), input.given())));
    }
}
