package io.hemai.workspace;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class FavouriteObjectTests extends StandardObjectContract {
    @Autowired
    FavouriteObject favourite;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return favourite;
    }

    @Override
    protected Values example() {
        return Values.of(
                        favourite.record,
                        new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(favourite.label, "重点")
                .set(favourite.position, 1L);
    }
}
