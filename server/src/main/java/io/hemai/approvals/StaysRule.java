package io.hemai.approvals;

import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** What is being decided about one record is not decided about another: no merging while people are asked. */
@Component
final class StaysRule implements Rule {
    private final ApprovalObject approval;

    StaysRule(ApprovalObject approval) {
        this.approval = approval;
    }

    @Override
    public String object() {
        return approval.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.sound(Change.Kind.UPDATE).stream()
                .filter(change -> change.changes(approval.about)
                        && ApprovalStatus.OPEN.contains(change.previous(approval.status)))
                .forEach(change ->
                        change.refuse(null, ApprovalError.LOCKED, String.valueOf(change.previous(approval.name))));
    }
}
