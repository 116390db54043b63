package io.hemai.approvals;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalObjectTests extends StandardObjectContract {
    @Autowired
    ApprovalObject approval;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return approval;
    }

    @Override
    protected Values example() {
        return Values.of(approval.name, "折扣审批")
                .set(approval.about, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(approval.status, ApprovalStatus.PENDING)
                .set(approval.run, UUID.randomUUID().toString())
                .set(approval.round, 1L);
    }
}
