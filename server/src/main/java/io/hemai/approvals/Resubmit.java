package io.hemai.approvals;

import io.hemai.kernel.Refusal;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who submitted it has mended what was sent back, and asks once more. */
@Component
final class Resubmit extends OfApproval<Resubmit.Input> {
    private static final String HERE = "here";

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Decisions decisions;

    Resubmit(ApprovalObject approval, ApprovalTaskObject task, Decisions decisions) {
        super(approval, Input.class);
        this.approval = approval;
        this.task = task;
        this.decisions = decisions;
    }

    /**
     * What has been mended, and whom to ask.
     *
     * @param from the step that sent it back, or the first one; null for the first
     */
    record Input(
            @Asked(like = "approval_task.comment") @Nullable String comment,

            @Asked(
                    choices = {"first", HERE},
                    initially = "first")
            @Nullable
            String from) {}

    @Override
    public String name() {
        return "resubmit";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        decisions.asSubmitter(record, name(), open -> {
            Row standing = open.approval();
            if (standing.value(approval.status) != ApprovalStatus.SENT_BACK) {
                throw Refusal.of(ApprovalError.NOT_SENT_BACK);
            }
            open.parts().stream()
                    .filter(part -> part.value(task.kind) == TaskKind.REVISE)
                    .filter(part -> part.value(task.status) == TaskStatus.PENDING)
                    .forEach(part -> decisions.decided(open, part, TaskStatus.DONE, input.comment()));
            String to = standing.require(HERE.equals(input.from()) ? approval.step : approval.firstStep);
            open.sheet()
                    .of(standing)
                    .set(approval.status, ApprovalStatus.PENDING)
                    .set(approval.turn, Turn.BACK)
                    .set(approval.backTo, to);
            open.sheet().tell(standing, Deed.RESUBMITTED, open.doer(), null, "", input.comment());
            decisions.goOn(open);
        });
        return null;
    }
}
