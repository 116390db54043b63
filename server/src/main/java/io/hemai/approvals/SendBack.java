package io.hemai.approvals;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer gives it back: to who submitted it, or to a step before. */
@Component
final class SendBack extends OfApproval<SendBack.Input> {
    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Parts parts;
    private final Decisions decisions;

    SendBack(ApprovalObject approval, ApprovalTaskObject task, Parts parts, Decisions decisions) {
        super(task, Input.class);
        this.approval = approval;
        this.task = task;
        this.parts = parts;
        this.decisions = decisions;
    }

    /**
     * Why, and where to.
     *
     * @param step id of a step that asked before; null for who submitted it
     */
    record Input(
            @Asked(like = "comment", required = true) @Nullable
            String comment,

            @Nullable String step) {}

    @Override
    public String name() {
        return "send_back";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Reasons.require(input.comment());
        decisions.asSigner(record, name(), (open, part) -> {
            Row standing = open.approval();
            Sheet sheet = open.sheet();
            List<Row> others = parts.signing(standing, open.parts())
                    .filter(other -> !other.id().equals(part.id()))
                    .toList();
            parts.cancel(standing, others, sheet);
            decisions.decided(open, part, TaskStatus.SENT_BACK, input.comment());
            sheet.of(standing).set(approval.anewAfter, standing.require(approval.round));
            if (input.step() == null) {
                toSubmitter(open);
            } else {
                String name = before(open, input.step());
                sheet.tell(standing, Deed.SENT_BACK, open.doer(), decisions.stepName(open), name, input.comment());
                sheet.of(standing).set(approval.turn, Turn.BACK).set(approval.backTo, input.step());
                decisions.goOn(open);
                return;
            }
            sheet.tell(standing, Deed.SENT_BACK, open.doer(), decisions.stepName(open), "", input.comment());
        });
        return null;
    }

    private void toSubmitter(Decisions.Case open) {
        Row standing = open.approval();
        open.sheet().of(standing).set(approval.status, ApprovalStatus.SENT_BACK).set(approval.checkAt, null);
        open.sheet()
                .create(
                        standing,
                        open.sheet()
                                .part(
                                        standing,
                                        standing.require(CommonFields.OWNER),
                                        TaskKind.REVISE,
                                        TaskStatus.PENDING,
                                        standing.require(approval.round)));
    }

    /** What the step is called that asked before this one. */
    private String before(Decisions.Case open, String step) {
        return open.parts().stream()
                .filter(part -> step.equals(part.value(task.step)))
                .filter(part -> !step.equals(open.approval().value(approval.step)))
                .map(part -> String.valueOf(part.value(task.stepName)))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("step", ApprovalError.NO_SUCH_STEP));
    }
}
