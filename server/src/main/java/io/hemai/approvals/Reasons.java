package io.hemai.approvals;

import io.hemai.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Who says no owes the others a reason. */
final class Reasons {
    private Reasons() {}

    static void require(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            throw Refusal.ofField("comment", ApprovalError.REASON_NEEDED);
        }
    }
}
