package io.hemai.approvals;

import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer does not agree, and says why. */
@Component
final class Refuse extends OfApproval<Refuse.Input> {
    private final Decisions decisions;

    Refuse(ApprovalTaskObject task, Decisions decisions) {
        super(task, Input.class);
        this.decisions = decisions;
    }

    /**
     * What is said to it.
     *
     * @param content fingerprint of what the signer looked at; null for what there is
     */
    record Input(
            @Asked(like = "comment", required = true) @Nullable
            String comment,

            @Nullable String content) {}

    @Override
    public String name() {
        return "refuse";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Reasons.require(input.comment());
        decisions.asSigner(record, name(), (open, part) -> {
            decisions.sign(open, part, false, input.comment(), input.content());
            decisions.settle(open, part, TaskStatus.REFUSED);
        });
        return null;
    }
}
