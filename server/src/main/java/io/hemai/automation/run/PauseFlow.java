package io.hemai.automation.run;

import io.hemai.automation.AutomationError;
import io.hemai.automation.DrawnVerb;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.store.RunStore;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Lets a flow rest: it starts nothing, and what is under way waits until it is published again. */
@Component
final class PauseFlow extends DrawnVerb {
    private final FlowObject flow;
    private final RunStore runs;
    private final FlowClocks clocks;
    private final Records records;

    PauseFlow(FlowObject flow, RunStore runs, FlowClocks clocks, Records records) {
        super(flow, "pause");
        this.flow = flow;
        this.runs = runs;
        this.clocks = clocks;
        this.records = records;
    }

    @Override
    public Row run(Row seen, NoInput input) {
        return records.together(() -> {
            if (records.lock(flow, seen.id()).value(flow.status) != FlowStatus.ACTIVE) {
                throw Refusal.of(AutomationError.NOT_ACTIVE, seen.label());
            }
            records.update(flow, seen.id(), Values.of(flow.status, FlowStatus.PAUSED), name());
            runs.hold(seen.id(), true);
            clocks.remove(seen.id());
            return records.read(flow, seen.id());
        });
    }
}
