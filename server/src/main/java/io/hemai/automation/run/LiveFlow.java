package io.hemai.automation.run;

import io.hemai.automation.FlowPlan;
import io.hemai.kernel.RecordId;
import java.time.Instant;

/**
 * A version of a flow, ready to run.
 *
 * @param name as people know it
 * @param since changes from before start nothing
 */
record LiveFlow(RecordId flow, RecordId version, String name, String object, Instant since, FlowPlan plan) {}
