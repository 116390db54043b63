package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import java.util.Collection;

/** Who asked for approvals and goes on by them; the module of flows. */
public interface AwaitsApproval {
    /** Keeps the work from going on until the transaction ends: whoever locks it and its approval locks it first. */
    void hold(RecordId run);

    /** Has the works ask how their approvals stand, once the open transaction has committed. */
    void goOn(Collection<RecordId> runs);
}
