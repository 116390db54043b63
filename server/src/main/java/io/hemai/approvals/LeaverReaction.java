package io.hemai.approvals;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.people.UserObject;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where somebody leaves, the approvals that wait for them are looked at once more: others follow. */
@Component
final class LeaverReaction implements Reaction {
    private final UserObject user;
    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<AwaitsApproval> waiting;

    LeaverReaction(
            UserObject user,
            ApprovalObject approval,
            ApprovalTaskObject task,
            ObjectProvider<Records> records,
            ObjectProvider<AwaitsApproval> waiting) {
        this.user = user;
        this.approval = approval;
        this.task = task;
        this.records = records;
        this.waiting = waiting;
    }

    @Override
    public String object() {
        return user.name();
    }

    @Override
    public void after(ChangeSet written) {
        List<RecordId> left = written.sound(Change.Kind.UPDATE).stream()
                .filter(change -> change.changes(user.active) && !Boolean.TRUE.equals(change.value(user.active)))
                .map(Change::id)
                .toList();
        if (!left.isEmpty()) {
            Set<RecordId> runs = Touched.asHemai(() -> waitingFor(left));
            waiting.forEach(work -> work.goOn(runs));
        }
    }

    private Set<RecordId> waitingFor(List<RecordId> people) {
        Records all = records.getObject();
        Set<RecordId> approvals = new LinkedHashSet<>();
        all.list(Query.of(task)
                        .where(CommonFields.OWNER
                                .in(people)
                                .and(task.kind.is(TaskKind.SIGN))
                                .and(task.status.in(Set.of(TaskStatus.PENDING, TaskStatus.LATER))))
                        .limit(Limits.BATCH))
                .forEach(row -> approvals.add(row.require(task.approval)));
        all.list(Query.of(approval)
                        .where(CommonFields.OWNER.in(people).and(approval.status.in(ApprovalStatus.OPEN)))
                        .limit(Limits.BATCH))
                .forEach(row -> approvals.add(row.id()));
        Set<RecordId> runs = new LinkedHashSet<>();
        all.rows(approval.name(), approvals)
                .values()
                .forEach(row -> RecordId.parse(row.require(approval.run)).ifPresent(runs::add));
        return runs;
    }
}
