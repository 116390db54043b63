package io.hemai.records.transfer;

import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.ChosenRecords.Chosen;
import java.util.List;
import java.util.Map;

/** What a bulk act does with its records. */
sealed interface BulkAct permits SetFields, RunVerb {
    /** With how many in one transaction, which is to take less than two seconds. */
    int atOnce();

    /**
     * Does it with some of them, in the transaction that is open.
     *
     * @return what is wrong with those that it was not done with
     */
    Map<RecordId, List<Problem>> apply(List<Chosen> some);
}
