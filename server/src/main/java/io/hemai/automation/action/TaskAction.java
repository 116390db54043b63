package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.verb.Asked;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives somebody something to do about the record. */
@Component
final class TaskAction implements Action<TaskAction.Input> {
    private static final String TASK = "task";
    private static final String SUBJECT = "subject";
    private static final int LONGEST_HOURS = 24 * 366;

    /**
     * The task.
     *
     * @param dueInHours from then; null for one without a time
     * @param owner who is to do it; null for who owns the record
     */
    record Input(
            @Asked(like = "task.subject", required = true) @Nullable
            String subject,

            @Asked(like = "task.kind") @Nullable String kind,
            @Asked(like = "task.priority") @Nullable String priority,
            @Nullable Integer dueInHours,
            @Asked(target = "user") @Nullable RecordId owner) {}

    @Override
    public String name() {
        return "task";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        if (input.subject() == null || input.subject().isBlank()) {
            check.refuse(SUBJECT, KernelError.MISSING, SUBJECT);
        }
        check.creates("", TASK, said(input));
        if (input.dueInHours() != null && (input.dueInHours() < 0 || input.dueInHours() > LONGEST_HOURS)) {
            check.refuse("due_in_hours", AutomationError.HOURS_OUT_OF_RANGE, LONGEST_HOURS);
        }
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        Map<String, @Nullable Object> values = said(input);
        values.put("about", moment.reference());
        if (input.dueInHours() != null) {
            values.put(
                    "due_at",
                    moment.now().plus(Duration.ofHours(input.dueInHours())).toString());
        }
        RecordId owner = input.owner() == null ? owner(moment) : input.owner();
        put(values, CommonFields.OWNER.name(), owner == null ? null : owner.toString());
        return new Outcome.Done(List.of(new Outcome.Deed.Create(TASK, values)));
    }

    private static Map<String, @Nullable Object> said(Input input) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        put(values, SUBJECT, input.subject());
        put(values, "kind", input.kind());
        put(values, "priority", input.priority());
        return values;
    }

    private static @Nullable RecordId owner(Moment moment) {
        return moment.record().type().is(ObjectTrait.OWNED) ? moment.record().value(CommonFields.OWNER) : null;
    }

    private static void put(Map<String, @Nullable Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
