package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.automation.Outcome.Deed;
import io.hemai.metadata.fieldtype.TagsType;
import io.hemai.records.verb.Asked;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts tags on the record and takes others off; those that it has besides stay. */
@Component
final class TagAction implements Action<TagAction.Input> {
    /** Which tags, in which field. */
    record Input(
            @Asked(kind = "field", required = true) @Nullable
            String field,

            @Nullable List<String> add,
            @Nullable List<String> remove) {
        List<String> added() {
            return add == null ? List.of() : add;
        }

        List<String> removed() {
            return remove == null ? List.of() : remove;
        }
    }

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        check.field("field", input.field()).ifPresent(field -> {
            if (!(field.type() instanceof TagsType)) {
                check.refuse("field", AutomationError.NO_TAGS, field.name());
            } else {
                check.values("add", Map.of(field.name(), input.added()));
            }
        });
        if (input.added().isEmpty() && input.removed().isEmpty()) {
            check.refuse("add", AutomationError.VALUES_NEEDED);
        }
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        Deed tag = new Deed.Tag(String.valueOf(input.field()), input.added(), input.removed());
        return new Outcome.Done(List.of(tag));
    }
}
