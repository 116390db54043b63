package io.hemai.automation.run;

import io.hemai.automation.FlowPlan;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.Starter;
import io.hemai.kernel.RecordId;
import java.time.Instant;

/**
 * A version of a flow, ready to run.
 *
 * @param name as people know it
 * @param given whether another part of Hemai draws and starts it
 * @param status of the flow now
 * @param since changes from before start nothing
 */
record LiveFlow(
        RecordId flow,
        RecordId version,
        String name,
        String object,
        boolean given,
        FlowStatus status,
        Instant since,
        FlowPlan plan) {

    /** A run of it for a record, at its first step. */
    FlowRun begun(RecordId record, Starter by, int depth, Instant now) {
        return FlowRun.begun(flow, version, object, record, plan.first(), by, depth, now);
    }
}
