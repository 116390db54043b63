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

/** Gives fields of the record values. */
@Component
final class UpdateAction implements Action<UpdateAction.Input> {
    /** The values, as the API takes them, by name of the field. */
    record Input(
            @Asked(kind = "values", required = true) @Nullable
            Map<String, @Nullable Object> set) {
        Map<String, @Nullable Object> values() {
            return set == null ? Map.of() : set;
        }
    }

    @Override
    public String name() {
        return "update";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        check.values("set", input.values());
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Done(List.of(new Outcome.Deed.Update(input.values())));
    }
}
