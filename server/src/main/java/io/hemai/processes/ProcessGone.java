package io.hemai.processes;

import io.hemai.automation.GivenFlows;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The flows of a process go with it, and what waits for them goes on without. */
@Component
final class ProcessGone implements Reaction {
    private final ProcessObject process;
    private final ObjectProvider<GivenFlows> flows;

    ProcessGone(ProcessObject process, ObjectProvider<GivenFlows> flows) {
        this.process = process;
        this.flows = flows;
    }

    @Override
    public String object() {
        return process.name();
    }

    @Override
    public void after(ChangeSet written) {
        written.sound(Change.Kind.DELETE)
                .forEach(change -> flows.getObject()
                        .keep(change.id().toString(), String.valueOf(change.previous(process.object)), List.of()));
    }
}
