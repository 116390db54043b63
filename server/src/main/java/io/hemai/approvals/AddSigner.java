package io.hemai.approvals;

import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer has somebody else sign as well: before deciding oneself, or after having agreed. Without them it does not pass. */
@Component
final class AddSigner extends OfApproval<AddSigner.Input> {
    private static final String AFTER = "after";

    private final ApprovalTaskObject task;
    private final Decisions decisions;

    AddSigner(ApprovalTaskObject task, Decisions decisions) {
        super(task, Input.class);
        this.task = task;
        this.decisions = decisions;
    }

    /**
     * Whom.
     *
     * @param when null for before
     */
    record Input(
            @Asked(target = "user", required = true) @Nullable
            RecordId to,

            @Asked(
                    choices = {"before", AFTER},
                    initially = "before")
            @Nullable
            String when,

            @Asked(like = "comment") @Nullable String comment) {}

    @Override
    public String name() {
        return "add_signer";
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        decisions.asSigner(record, name(), (open, part) -> {
            Person to = decisions.askable(open, input.to());
            boolean after = AFTER.equals(input.when());
            open.sheet()
                    .tell(
                            open.approval(),
                            Deed.SIGNER_ADDED,
                            open.doer(),
                            decisions.stepName(open),
                            to.label(),
                            input.comment());
            Values added = open.sheet()
                    .part(open.approval(), to.id(), TaskKind.SIGN, TaskStatus.PENDING, part.require(task.round))
                    .set(task.added, true)
                    .set(task.position, part.require(task.position));
            open.sheet().create(open.approval(), added);
            // what that comes to is asked when who was added has signed
            if (after) {
                decisions.sign(open, part, true, null, null);
            } else {
                added.set(task.holdsUp, part.id());
                open.sheet().ofTask(part).set(task.status, TaskStatus.LATER);
            }
        });
        return null;
    }
}
