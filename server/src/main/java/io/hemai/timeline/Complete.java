package io.hemai.timeline;

import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The task is done. */
@Component
final class Complete implements Verb<Complete.Input, Row> {
    private final TaskObject task;
    private final Records records;
    private final Clock clock;

    Complete(TaskObject task, Records records, Clock clock) {
        this.task = task;
        this.records = records;
        this.clock = clock;
    }

    /** What came of it, if that is worth a word. */
    record Input(@Asked(like = "result") @Nullable String result) {}

    @Override
    public String object() {
        return task.name();
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Row standing = records.lock(task, record.id());
        if (standing.value(task.doneAt) != null) {
            throw Refusal.of(TimelineError.ALREADY_DONE);
        }
        Values done = Values.of(task.doneAt, clock.instant());
        if (input.result() != null) {
            done.set(task.result, input.result());
        }
        records.update(task, record.id(), done, name());
        return null;
    }
}
