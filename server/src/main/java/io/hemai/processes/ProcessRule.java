package io.hemai.processes;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A process leads through a choice that there is, and its definition can hold. One that holds is not deleted. */
@Component
final class ProcessRule implements Rule {
    private final ProcessObject process;
    private final ObjectProvider<ProcessPlans> plans;
    private final Metadata metadata;

    ProcessRule(ProcessObject process, ObjectProvider<ProcessPlans> plans, Metadata metadata) {
        this.process = process;
        this.plans = plans;
        this.metadata = metadata;
    }

    @Override
    public String object() {
        return process.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.sound(Change.Kind.DELETE).stream()
                .filter(change -> change.previous(process.status) == ProcessStatus.ACTIVE)
                .forEach(change -> change.refuse(null, ProcessError.STILL_ACTIVE));
        changes.written().stream()
                .filter(change -> change.value(process.object) != null && change.value(process.field) != null)
                .filter(change -> change.changes(process.definition))
                .forEach(this::check);
    }

    private void check(Change change) {
        String object = String.valueOf(change.value(process.object));
        Object definition = change.value(process.definition);
        Optional<ObjectType> type = metadata.current().find(object);
        if (type.isEmpty()) {
            change.refuse(process.object, ProcessError.UNKNOWN_OBJECT, object);
        } else if (definition != null) {
            try {
                String name = String.valueOf(change.value(process.name));
                String field = String.valueOf(change.value(process.field));
                plans.getObject().drawn(change.id(), name, type.get(), field, definition);
            } catch (Refusal refused) {
                refused.problems().forEach(change::refuse);
            }
        }
    }
}
