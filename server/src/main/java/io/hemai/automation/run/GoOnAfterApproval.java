package io.hemai.automation.run;

import io.hemai.approvals.AwaitsApproval;
import io.hemai.automation.store.RunStore;
import io.hemai.kernel.RecordId;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Has runs go on when what they asked for is decided. */
@Component
class GoOnAfterApproval implements AwaitsApproval {
    private final RunStore runs;
    private final FlowWorker worker;
    private final Clock clock;

    GoOnAfterApproval(RunStore runs, FlowWorker worker, Clock clock) {
        this.runs = runs;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void hold(RecordId run) {
        runs.hold(run);
    }

    @Override
    public void goOn(Collection<RecordId> some) {
        if (!some.isEmpty()) {
            runs.takeNow(some, clock.instant());
            worker.wakeAfterCommit();
        }
    }
}
