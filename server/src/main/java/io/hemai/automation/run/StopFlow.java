package io.hemai.automation.run;

import io.hemai.approvals.Approvals;
import io.hemai.automation.AutomationError;
import io.hemai.automation.DrawnVerb;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunStore;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends a flow and all that is under way of it, as when it does harm. */
@Component
final class StopFlow extends DrawnVerb {
    /** Why its runs ended. */
    static final String REASON = "flow_stopped";

    private final FlowObject flow;
    private final RunStore runs;
    private final RunLog log;
    private final FlowClocks clocks;
    private final Approvals approvals;
    private final Records records;
    private final Clock clock;

    StopFlow(
            FlowObject flow,
            RunStore runs,
            RunLog log,
            FlowClocks clocks,
            Approvals approvals,
            Records records,
            Clock clock) {
        super(flow, "stop");
        this.flow = flow;
        this.runs = runs;
        this.log = log;
        this.clocks = clocks;
        this.approvals = approvals;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Row run(Row seen, NoInput input) {
        return records.together(() -> {
            FlowStatus status = records.lock(flow, seen.id()).value(flow.status);
            if (status != FlowStatus.ACTIVE && status != FlowStatus.PAUSED) {
                throw Refusal.of(AutomationError.NOT_ACTIVE, seen.label());
            }
            records.update(flow, seen.id(), Values.of(flow.status, FlowStatus.STOPPED), name());
            approvals.ended(log.failed(seen.id()));
            approvals.ended(runs.stop(seen.id(), REASON, clock.instant()));
            clocks.remove(seen.id());
            return records.read(flow, seen.id());
        });
    }
}
