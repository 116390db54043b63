package io.hemai.workspace;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class CommentObjectTests extends StandardObjectContract {
    @Autowired
    CommentObject comment;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return comment;
    }

    @Override
    protected Values example() {
        return Values.of(comment.about, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(comment.body, "报价 1 万");
    }
}
