package io.hemai.merging;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class MergeObjectTests extends StandardObjectContract {
    @Autowired
    MergeObject merge;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return merge;
    }

    @Override
    protected Values example() {
        About kept = new About("account", records.create(account, Values.of(account.name, "华东精密")));
        return Values.of(merge.name, "华东精密")
                .set(merge.survivor, kept)
                .set(merge.mergedAt, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
