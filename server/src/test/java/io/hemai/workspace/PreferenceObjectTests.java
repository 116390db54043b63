package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PreferenceObjectTests extends StandardObjectContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    PreferenceObject preference;

    @Autowired
    TestTenants people;

    @Override
    protected StandardObject object() {
        return preference;
    }

    @Override
    protected Values example() {
        return Values.of(preference.name, "hint_" + NUMBER.incrementAndGet())
                .set(preference.value, Map.of("away", true));
    }

    @Test
    void isChosenOnceByEachPersonAndSeenByNobodyElse() {
        TestTenant tenant = people.fresh();
        Api li = tenant.as("li", "sales");
        Api wang = tenant.as("wang", "sales");
        Map<String, Object> chosen = Map.of("name", "first_steps", "value", Map.of("away", true));

        li.post("/records/preference", chosen).expect(201);

        assertThat(li.post("/records/preference", chosen).status()).isEqualTo(409);
        wang.post("/records/preference", chosen).expect(201);
        assertThat(kept(li)).isEqualTo(1);
        assertThat(kept(tenant.admin())).isZero();
    }

    private static int kept(Api api) {
        Answer listed = api.get("/records/preference").expect(200);
        return listed.at("items").size();
    }
}
