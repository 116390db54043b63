package io.hemai.notification;

import io.hemai.accounts.AccountObject;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationObjectTests extends StandardObjectContract {
    @Autowired
    NotificationObject notification;

    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return notification;
    }

    @Override
    protected Values example() {
        return Values.of(notification.name, "王芳提到了您")
                .set(notification.about, new About("account", records.create(account, Values.of(account.name, "华东精密"))))
                .set(notification.seenAt, Instant.parse("2026-11-02T06:30:00Z"));
    }
}
