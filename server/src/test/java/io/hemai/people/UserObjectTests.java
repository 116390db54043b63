package io.hemai.people;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

class UserObjectTests extends StandardObjectContract {
    @Autowired
    UserObject user;

    @Override
    protected StandardObject object() {
        return user;
    }

    @Override
    protected Values example() {
        return Values.of(user.name, "王芳")
                .set(user.login, "wf" + RecordId.next())
                .set(user.email, "wangfang@example.com")
                .set(user.mobile, "+8613800138000")
                .set(user.roles, List.of("sales"))
                .set(user.locale, "zh-CN")
                .set(user.timeZone, "Asia/Shanghai")
                .set(user.active, true);
    }
}
