package io.hemai.approvals;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalTaskObjectTests extends StandardObjectContract {
    @Autowired
    ApprovalTaskObject task;

    @Autowired
    ApprovalObject approval;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return task;
    }

    @Override
    protected Values example() {
        return Values.of(task.name, "折扣审批")
                .set(task.approval, records.create(approval, Values.of(approval.name, "折扣审批")))
                .set(task.about, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(task.kind, TaskKind.SIGN)
                .set(task.status, TaskStatus.PENDING);
    }
}
