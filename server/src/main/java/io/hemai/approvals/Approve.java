package io.hemai.approvals;

import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer agrees. */
@Component
final class Approve extends OfApproval<Approve.Input> {
    private final Decisions decisions;

    Approve(ApprovalTaskObject task, Decisions decisions) {
        super(task, Input.class);
        this.decisions = decisions;
    }

    /**
     * What is said to it.
     *
     * @param content fingerprint of what the signer looked at; null for what there is
     */
    record Input(
            @Asked(like = "comment") @Nullable String comment,
            @Nullable String content) {}

    @Override
    public String name() {
        return "approve";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        decisions.asSigner(record, name(), (open, part) -> {
            decisions.sign(open, part, true, input.comment(), input.content());
            decisions.settle(open, part, TaskStatus.APPROVED);
        });
        return null;
    }
}
