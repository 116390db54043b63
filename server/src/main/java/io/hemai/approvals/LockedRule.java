package io.hemai.approvals;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What somebody is asked to approve stays as it is until they have: nobody changes it meanwhile, but who decides what a step lets them
 * change, and the flow that asks. What Hemai itself keeps up goes on.
 */
@Component
final class LockedRule implements Rule {
    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Touched touched;
    private final Parts parts;
    private final ObjectProvider<Records> records;

    LockedRule(
            ApprovalObject approval,
            ApprovalTaskObject task,
            Touched touched,
            Parts parts,
            ObjectProvider<Records> records) {
        this.approval = approval;
        this.task = task;
        this.touched = touched;
        this.parts = parts;
        this.records = records;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void apply(ChangeSet changes) {
        touched.by(changes, Set.of(ApprovalStatus.PENDING))
                .forEach((change, standing) -> standing.forEach(one -> {
                    if (!mayStill(change, one)) {
                        change.refuse(null, ApprovalError.LOCKED, one.label());
                    }
                }));
    }

    /** Whether the step lets the person who decides change these fields. */
    private boolean mayStill(Change change, Row standing) {
        List<String> open = parts.terms(standing).open();
        return change.kind() == Change.Kind.UPDATE
                && change.type().name().equals(standing.require(approval.about).object())
                && Touched.content(change, standing, approval).stream()
                        .map(Field::name)
                        .allMatch(open::contains)
                && Acting.user()
                        .map(UserIdentity::user)
                        .filter(who -> decides(who, standing))
                        .isPresent();
    }

    private boolean decides(RecordId who, Row standing) {
        return Touched.asHemai(() -> records.getObject()
                .find(Query.of(task)
                        .where(task.approval
                                .is(standing.id())
                                .and(CommonFields.OWNER.is(who))
                                .and(task.kind.is(TaskKind.SIGN))
                                .and(task.status.is(TaskStatus.PENDING))))
                .isPresent());
    }
}
