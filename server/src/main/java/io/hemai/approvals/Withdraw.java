package io.hemai.approvals;

import io.hemai.kernel.Refusal;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who submitted it takes it back. */
@Component
final class Withdraw extends OfApproval<Withdraw.Input> {
    private final ApprovalObject approval;
    private final Parts parts;
    private final Decisions decisions;

    Withdraw(ApprovalObject approval, Parts parts, Decisions decisions) {
        super(approval, Input.class);
        this.approval = approval;
        this.parts = parts;
        this.decisions = decisions;
    }

    /** Why, if that is worth a word. */
    record Input(
            @Asked(like = "approval_task.comment") @Nullable String comment) {}

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        decisions.asSubmitter(record, name(), open -> {
            Row standing = open.approval();
            ApprovalStatus status = standing.require(approval.status);
            if (status != ApprovalStatus.PENDING && status != ApprovalStatus.SENT_BACK) {
                throw Refusal.of(ApprovalError.NOT_PENDING);
            }
            parts.cancel(standing, open.parts(), open.sheet());
            open.sheet()
                    .of(standing)
                    .set(approval.status, ApprovalStatus.WITHDRAWN)
                    .set(approval.turn, Turn.WITHDRAWN)
                    .set(approval.settledAt, open.sheet().now());
            open.sheet().tell(standing, Deed.WITHDRAWN, open.doer(), null, "", input.comment());
            decisions.goOn(open);
        });
        return null;
    }
}
