package io.hemai.approvals;

import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer has somebody else decide. */
@Component
final class HandOn extends OfApproval<HandOn.Input> {
    private final Parts parts;
    private final Decisions decisions;

    HandOn(ApprovalTaskObject task, Parts parts, Decisions decisions) {
        super(task, Input.class);
        this.parts = parts;
        this.decisions = decisions;
    }

    /** Whom, and why. */
    record Input(
            @Asked(target = "user", required = true) @Nullable
            RecordId to,

            @Asked(like = "comment") @Nullable String comment) {}

    @Override
    public String name() {
        return "hand_on";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        decisions.asSigner(record, name(), (open, part) -> {
            Person to = decisions.askable(open, input.to());
            parts.handOn(open.approval(), part, to.id(), open.sheet());
            open.sheet()
                    .tell(
                            open.approval(),
                            Deed.HANDED_ON,
                            open.doer(),
                            decisions.stepName(open),
                            to.label(),
                            input.comment());
        });
        return null;
    }
}
