package io.hemai.timeline;

import io.hemai.kernel.Filter;
import io.hemai.people.OpenWork;
import org.springframework.stereotype.Component;

/** Tasks that are done stay with who did them. */
@Component
final class OpenTasks implements OpenWork {
    private final TaskObject task;

    OpenTasks(TaskObject task) {
        this.task = task;
    }

    @Override
    public String object() {
        return task.name();
    }

    @Override
    public Filter open() {
        return task.doneAt.isEmpty();
    }
}
