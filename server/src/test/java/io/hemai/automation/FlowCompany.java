package io.hemai.automation;

import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company with flows, and the words in which tests tell of them. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlowCompany {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    TestTenant company;
    Api admin;

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
    }

    static Map<String, Object> update(Map<String, Object> set) {
        return Map.of("do", "update", "input", Map.of("set", set));
    }

    static Map<String, Object> when(String field, Object value) {
        return Map.of("field", field, "op", "eq", "value", value);
    }

    static Map<String, Object> way(String name, Map<String, Object> when, Object... steps) {
        return Map.of("name", name, "when", when, "steps", List.of(steps));
    }

    Answer drawn(String object, Map<String, Object> trigger, Map<String, Object> when, List<?> steps) {
        Map<String, Object> definition = new HashMap<>(Map.of("trigger", trigger, "steps", steps));
        if (!when.isEmpty()) {
            definition.put("when", when);
        }
        return admin.post(
                "/records/flow", Map.of("name", "flow of " + object, "object", object, "definition", definition));
    }

    String published(String object, Map<String, Object> trigger, Map<String, Object> when, Object... steps) {
        String id = drawn(object, trigger, when, List.of(steps)).expect(201).text("id");
        admin.post("/records/flow/" + id + "/publish", Map.of()).expect(200);
        return id;
    }

    String sample(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("name", "a sample");
        return admin.post("/records/sample", all).expect(201).text("id");
    }

    Answer read(String id) {
        return admin.get("/records/sample/" + id).expect(200);
    }

    void change(String id, Map<String, Object> values) {
        patch("/records/sample/" + id, values);
    }

    void patch(String path, Map<String, Object> values) {
        String version = admin.get(path).header("ETag");
        admin.header("If-Match", version).patch(path, values).expect(200);
        admin.without("If-Match");
    }

    JsonNode runs(String flow) {
        return admin.get("/flows/" + flow + "/runs").expect(200).at("/items");
    }

    JsonNode ended(String flow, int count) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode all = runs(flow);
            return all.size() == count
                    && all.valueStream()
                            .noneMatch(run -> run.path("state").asString().equals("running"));
        });
        return runs(flow);
    }

    JsonNode steps(String flow, JsonNode run) {
        return admin.get("/flows/" + flow + "/runs/" + run.path("id").asString())
                .expect(200)
                .at("/steps");
    }
}
