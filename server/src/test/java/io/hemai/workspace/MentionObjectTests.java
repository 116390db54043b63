package io.hemai.workspace;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class MentionObjectTests extends StandardObjectContract {
    @Autowired
    MentionObject mention;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return mention;
    }

    @Override
    protected Values example() {
        return Values.of(mention.name, "王芳")
                .set(mention.about, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(mention.seenAt, Instant.parse("2026-11-02T06:30:00Z"));
    }
}
