package io.hemai.records.transfer;

import io.hemai.kernel.RecordId;
import java.util.UUID;

/** A kind of work that the queue holds; a component, found by its type. */
interface TransferTask {
    /** The name in the queue. */
    String kind();

    /**
     * Does what is left of the work, in the bound tenant; done by another one at any time after this one has died. Throws
     * {@link LeaseLost} when another one does it now.
     */
    void run(RecordId job, UUID worker);

    /** Ends work that cannot be done, saying why. */
    void fail(RecordId job, UUID worker, RuntimeException reason);
}
