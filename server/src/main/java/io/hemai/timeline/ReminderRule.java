package io.hemai.timeline;

import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** A reminder that was moved has yet to be given. */
@Component
final class ReminderRule implements Rule {
    private final TaskObject task;

    ReminderRule(TaskObject task) {
        this.task = task;
    }

    @Override
    public String object() {
        return task.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.sound(Change.Kind.UPDATE)) {
            if (change.changes(task.remindAt) && !change.given(task.remindedAt)) {
                change.set(task.remindedAt, null);
            }
        }
    }
}
