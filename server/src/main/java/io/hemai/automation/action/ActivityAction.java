package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.verb.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes on the timeline that something happened with the record. */
@Component
final class ActivityAction implements Action<ActivityAction.Input> {
    private static final String ACTIVITY = "activity";
    private static final String SUBJECT = "subject";
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 4_000;

    /** The activity; its texts may name fields of the record. */
    record Input(
            @Asked(like = "activity.kind") @Nullable String kind,

            @Asked(kind = "template", required = true) @Nullable
            String subject,

            @Asked(kind = "template") @Nullable String body) {}

    @Override
    public String name() {
        return ACTIVITY;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        if (input.subject() == null || input.subject().isBlank()) {
            check.refuse(SUBJECT, KernelError.MISSING, SUBJECT);
        } else {
            check(input.subject(), SUBJECT, LONGEST_SUBJECT, check);
        }
        if (input.body() != null) {
            check(input.body(), "body", LONGEST_BODY, check);
        }
        check.creates("", ACTIVITY, input.kind() == null ? Map.of() : Map.of("kind", input.kind()));
    }

    private static void check(String text, String member, int longest, Check check) {
        if (text.length() > longest) {
            check.refuse(member, AutomationError.TEXT_TOO_LONG, longest);
        }
        Template.of(text).names().forEach(field -> check.field(member, field));
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (input.kind() != null) {
            values.put("kind", input.kind());
        }
        values.put(SUBJECT, Template.of(Objects.requireNonNull(input.subject())));
        if (input.body() != null && !input.body().isBlank()) {
            values.put("body", Template.of(input.body()));
        }
        values.put("about", moment.reference());
        RecordId owner =
                moment.record().type().is(ObjectTrait.OWNED) ? moment.record().value(CommonFields.OWNER) : null;
        if (owner != null) {
            values.put(CommonFields.OWNER.name(), owner.toString());
        }
        return new Outcome.Done(List.of(new Outcome.Deed.Create(ACTIVITY, values)));
    }
}
