package io.hemai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.testing.Api;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationSettingObjectTests extends StandardObjectContract {
    @Autowired
    NotificationSettingObject setting;

    @Autowired
    TestTenants people;

    @Override
    protected StandardObject object() {
        return setting;
    }

    @Override
    protected Values example() {
        return Values.of(setting.mention, Way.MAIL)
                .set(setting.quietFrom, 22L)
                .set(setting.quietUntil, 7L)
                .set(setting.digestAt, 8L);
    }

    @Test
    void eachPersonHasOneAndNobodyElseSeesIt() {
        TestTenant tenant = people.fresh();
        Api li = tenant.as("li", "sales");
        li.post("/records/notification_setting", Map.of("flow", "mail")).expect(201);

        li.post("/records/notification_setting", Map.of()).expect(409);
        tenant.as("wang", "sales")
                .post("/records/notification_setting", Map.of())
                .expect(201);
        assertThat(tenant.admin()
                        .get("/records/notification_setting")
                        .expect(200)
                        .at("/items"))
                .isEmpty();
        tenant.as("zhao", "sales")
                .post("/records/notification_setting", Map.of("quiet_from", 24, "digest_at", -1))
                .expect(422);
    }

    @Test
    void everyKindOfNotificationHasItsWay() {
        TestTenant tenant = people.fresh();
        List<String> kinds = tenant.admin()
                .get("/meta/objects/notification")
                .expect(200)
                .at("/fields")
                .valueStream()
                .filter(field -> field.path("name").asString().equals("kind"))
                .findFirst()
                .orElseThrow()
                .path("choices")
                .findValuesAsString("code");

        assertThat(setting.kinds()).extracting(field -> field.name()).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
