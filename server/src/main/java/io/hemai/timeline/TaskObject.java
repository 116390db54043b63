package io.hemai.timeline;

import io.hemai.access.Rights;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Something that a person is to do, by a time. */
@Component
public final class TaskObject extends TimelineObject {
    public final Field<String> subject =
            add(text("subject").required().searchable().naming());
    public final Field<String> kind = add(openChoice("kind", "call", "mail", "meeting", "visit", "other"));
    public final Field<String> description = add(longText("description").searchable());
    public final Field<Instant> dueAt = add(datetime("due_at").indexed());
    /** Empty while it is open. */
    public final Field<Instant> doneAt = add(datetime("done_at"));

    public final Field<String> result = add(longText("result"));
    public final Field<TaskPriority> priority = add(choice("priority", TaskPriority.class)
            .colored(Map.of("low", "grey", "normal", "slate", "high", "amber", "urgent", "red"))
            .required()
            .initially(TaskPriority.NORMAL));
    /** When its owner is to be told. */
    public final Field<Instant> remindAt = add(datetime("remind_at").indexed());
    /** When its owner was told; empty again when the reminder moves. */
    public final Field<Instant> remindedAt = add(datetime("reminded_at").readOnly());

    TaskObject() {
        super("task", "tasks");
        section("main", subject, about, kind, priority, dueAt, remindAt, CommonFields.OWNER, description);
        section("result", doneAt, result, remindedAt);
        section("about", opportunity, lead, contact, account, CommonFields.DEPARTMENT);
        columns(about, dueAt, priority, CommonFields.OWNER);
    }

    @Override
    protected Field<Instant> at() {
        return CommonFields.CREATED_AT;
    }

    @Override
    protected Field<String> title() {
        return subject;
    }

    @Override
    protected Field<String> words() {
        return description;
    }

    @Override
    protected String itemKind(Row row, Rights rights) {
        return name();
    }
}
