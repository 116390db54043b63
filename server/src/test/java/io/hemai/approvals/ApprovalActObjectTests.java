package io.hemai.approvals;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalActObjectTests extends StandardObjectContract {
    @Autowired
    ApprovalActObject act;

    @Autowired
    ApprovalObject approval;

    @Override
    protected StandardObject object() {
        return act;
    }

    @Override
    protected Values example() {
        return Values.of(act.name, "王芳")
                .set(act.approval, records.create(approval, Values.of(approval.name, "折扣审批")))
                .set(act.deed, Deed.APPROVED)
                .set(act.comment, "同意")
                .set(act.happenedAt, Instant.parse("2026-11-02T06:30:00Z"));
    }
}
