package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.AboutType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.verb.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a record of some object, which may lead to the flow's record. */
@Component
final class CreateAction implements Action<CreateAction.Input> {
    /**
     * The new record.
     *
     * @param set its values, as the API takes them
     * @param link its field that is to lead to the flow's record; null for none
     */
    record Input(
            @Asked(kind = "object", required = true) @Nullable
            String object,

            @Asked(kind = "values") @Nullable Map<String, @Nullable Object> set,
            @Asked(kind = "field") @Nullable String link) {
        /** The values, with the link to that record. */
        Map<String, @Nullable Object> values(Map<String, String> record) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(set == null ? Map.of() : set);
            if (link != null) {
                values.put(link, record);
            }
            return values;
        }
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        check.creates(
                        "set",
                        input.object(),
                        input.values(Map.of(
                                "object",
                                check.type().name(),
                                "id",
                                RecordId.next().toString())))
                .filter(made -> input.link() != null && !leadsTo(check.type(), made, input.link()))
                .ifPresent(made -> check.refuse(
                        "link",
                        AutomationError.NO_LINK,
                        made.name(),
                        String.valueOf(input.link()),
                        check.type().name()));
    }

    private static boolean leadsTo(ObjectType type, ObjectType made, String link) {
        return made.field(link)
                .filter(field -> field.type() instanceof AboutType
                        || (field.type() instanceof LinkType to && to.target().equals(type.name())))
                .isPresent();
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        return new Outcome.Done(
                List.of(new Outcome.Deed.Create(String.valueOf(input.object()), input.values(moment.reference()))));
    }
}
