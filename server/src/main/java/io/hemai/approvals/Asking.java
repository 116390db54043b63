package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.records.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that asks for an approval.
 *
 * @param run the work that waits for it
 * @param step the step's id
 * @param flow what the flow is called, and with it the approval
 * @param record what it is about, as it stands
 * @param submitter who began it; null where nobody did, so that it is who owns the record
 * @param chosen whom the submitter has chosen to decide
 */
public record Asking(
        RecordId run,
        String step,
        String flow,
        Row record,
        @Nullable RecordId submitter,
        List<RecordId> chosen,
        Terms terms) {
    public Asking {
        chosen = List.copyOf(chosen);
    }
}
