package io.hemai.workspace;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class FollowObjectTests extends StandardObjectContract {
    @Autowired
    FollowObject follow;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return follow;
    }

    @Override
    protected Values example() {
        return Values.of(follow.record, new About("account", records.create(account, Values.of(account.name, "华东精密"))));
    }
}
