package io.hemai.leads;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import org.jspecify.annotations.Nullable;

/**
 * What a lead became.
 *
 * @param account null for a consumer
 * @param opportunity null when there is no deal yet
 */
record Outcome(
        @Nullable RecordId account,
        RecordId contact,
        @Nullable RecordId opportunity) {
    /** What its activities are about from now on. */
    About about() {
        return opportunity == null ? new About("contact", contact) : new About("opportunity", opportunity);
    }
}
