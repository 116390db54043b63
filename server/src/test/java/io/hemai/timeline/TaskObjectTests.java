package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaskObjectTests extends StandardObjectContract {
    @Autowired
    TaskObject task;

    @Autowired
    Complete complete;

    @Override
    protected StandardObject object() {
        return task;
    }

    @Override
    protected Values example() {
        return Values.of(task.subject, "寄送样品")
                .set(task.priority, TaskPriority.HIGH)
                .set(task.dueAt, Instant.parse("2026-12-01T09:00:00Z"))
                .set(task.remindAt, Instant.parse("2026-12-01T08:00:00Z"));
    }

    @Test
    void aTaskIsDoneOnce() {
        RecordId id = company.call(() -> records.create(task, example()));
        company.run(() -> complete.run(records.read(task, id), new Complete.Input("已寄出")));
        Row row = company.call(() -> records.read(task, id));
        assertThat(row.value(task.doneAt)).isNotNull();
        assertThat(row.value(task.result)).isEqualTo("已寄出");
        assertThatThrownBy(() -> company.run(() -> complete.run(records.read(task, id), new Complete.Input(null))))
                .hasMessage("task.already_done");
    }

    @Test
    void aReminderThatMovedIsYetToBeGiven() {
        RecordId id = company.call(
                () -> records.create(task, example().set(task.remindedAt, Instant.parse("2026-12-01T08:00:01Z"))));
        company.run(() -> records.update(task, id, Values.of(task.remindAt, Instant.parse("2026-12-02T08:00:00Z"))));
        assertThat(company.call(() -> records.read(task, id)).value(task.remindedAt))
                .isNull();
    }
}
