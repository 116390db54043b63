package io.hemai.automation;

import io.hemai.kernel.RecordId;
import java.util.List;

/** Flows that another part of Hemai draws and keeps, such as those of a process; nobody draws them otherwise. */
public interface GivenFlows {
    /**
     * A flow as it is to be.
     *
     * @param part what it is among those of its origin; never changes
     */
    record Wanted(String part, String name, Object definition) {}

    /** Has these be the flows of the origin, all at work. Those that are no longer wanted end, with what is under way of them. */
    void keep(String origin, String object, List<Wanted> wanted);

    /** Has the flows of the origin rest. */
    void rest(String origin);

    /** Starts one of them that waits for it, for a record that who acts may change; answers for how many. */
    int start(String origin, String part, RecordId record, List<RecordId> approvers);
}
