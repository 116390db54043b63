package io.hemai.automation.trigger;

import io.hemai.automation.AutomationError;
import io.hemai.automation.ChangeTrigger;
import io.hemai.automation.Check;
import io.hemai.automation.Happening;
import io.hemai.records.verb.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A record was changed: at all, in one of some fields, or in one field from or to some value. */
@Component
final class ChangedTrigger implements ChangeTrigger<ChangedTrigger.Input> {
    /**
     * What is to have changed.
     *
     * @param fields any of these; of any field when none is named
     * @param from what one of them was before, one of several; as histories tell values
     * @param to what it is now
     */
    record Input(
            @Asked(kind = "field") @Nullable List<String> fields,
            @Asked(kind = "value") @Nullable List<@Nullable Object> from,
            @Asked(kind = "value") @Nullable List<@Nullable Object> to) {}

    @Override
    public String name() {
        return "changed";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        fields(input).forEach(name -> check.field("fields", name));
        if (fields(input).isEmpty() && (input.from() != null || input.to() != null)) {
            check.refuse("fields", AutomationError.FIELDS_NEEDED);
        }
    }

    @Override
    public boolean starts(Input input, Happening happening) {
        if (happening.created()) {
            return false;
        }
        return fields(input).isEmpty()
                ? !happening.changes().isEmpty()
                : fields(input).stream()
                        .flatMap(name -> happening.of(name).stream())
                        .anyMatch(values -> among(input.from(), values.before()) && among(input.to(), values.after()));
    }

    private static List<String> fields(Input input) {
        return input.fields() == null ? List.of() : input.fields();
    }

    private static boolean among(@Nullable List<@Nullable Object> wanted, @Nullable Object value) {
        return wanted == null || Among.holds(wanted, value);
    }
}
