package io.hemai.workspace;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class RecentObjectTests extends StandardObjectContract {
    @Autowired
    RecentObject recent;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return recent;
    }

    @Override
    protected Values example() {
        return Values.of(recent.record, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(recent.label, "华东精密")
                .set(recent.openedAt, Instant.parse("2026-11-02T06:30:00Z"));
    }
}
