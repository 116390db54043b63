package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be drawn as a flow, and by whom. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowDefinitionTests {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");
    private static final Map<String, Object> EVERY = Map.of("and", List.of());

    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
    }

    private static Map<String, Object> update(Map<String, Object> set) {
        return Map.of("do", "update", "input", Map.of("set", set));
    }

    private static Answer drawn(
            Api api, String object, Map<String, Object> trigger, Map<String, Object> when, List<?> steps) {
        Map<String, Object> definition = Map.of("trigger", trigger, "when", when, "steps", steps);
        return api.post("/records/flow", Map.of("name", "a flow", "object", object, "definition", definition));
    }

    @Test
    void whatIsWrongWithADefinitionIsToldAtOnceAndWhere() {
        Answer answer = drawn(
                admin,
                "sample",
                Map.of("kind", "changed", "input", Map.of("fields", List.of("nothing"))),
                Map.of("field", "nowhere", "op", "eq", "value", 1),
                List.of(
                        update(Map.of("size", "many")),
                        Map.of("do", "fly"),
                        Map.of("do", "branch"),
                        Map.of("do", "wait", "input", Map.of("days", 0))));

        assertThat(answer.at("/errors").findValuesAsString("field"))
                .as(answer.raw())
                .contains(
                        "trigger.input.fields",
                        "when.nowhere",
                        "steps[0].input.set.size",
                        "steps[1].do",
                        "steps[2].ways",
                        "steps[3].input");
    }

    @Test
    void nobodyGainsByAFlow() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "designer",
                                "label",
                                "designer",
                                "objects",
                                Map.of(
                                        "sample",
                                        Map.of("read", "all", "create", true, "update", "all"),
                                        "lead",
                                        Map.of("read", "own", "create", true, "update", "own")),
                                "fields",
                                Map.of("sample.amount", "read", "sample.ratio", "hidden"),
                                "admin",
                                List.of("meta")))
                .expect(201);
        Api designer = company.as("designer", "designer");

        assertThat(fieldsRefused(designer, "lead", update(Map.of("title", "x"))))
                .containsExactly("object");
        assertThat(fieldsRefused(designer, "view", update(Map.of("name", "x")))).containsExactly("object");
        assertThat(fieldsRefused(designer, "sample", update(Map.of("amount", "1"))))
                .containsExactly("steps[0].input.set.amount");
        assertThat(fieldsRefused(designer, "sample", update(Map.of("ratio", "1"))))
                .containsExactly("steps[0].input.set.ratio");
        assertThat(fieldsRefused(designer, "sample", update(Map.of("size", 1)))).isEmpty();
    }

    private static List<String> fieldsRefused(Api api, String object, Map<String, Object> step) {
        return drawn(api, object, CREATED, EVERY, List.of(step)).at("/errors").findValuesAsString("field");
    }

    @Test
    void onlyWhoShapesObjectsSeesFlows() {
        String flow = drawn(admin, "sample", CREATED, EVERY, List.of(update(Map.of("size", 1))))
                .expect(201)
                .text("id");
        Api sales = company.as("seller", "sales");

        sales.get("/records/flow/" + flow).expect(404);
        sales.get("/flows/" + flow + "/runs").expect(404);
        sales.post("/records/flow", Map.of("name", "x", "object", "sample", "definition", Map.of()))
                .refused(403, "record.not_permitted");
        sales.post("/records/flow/" + flow + "/publish", Map.of()).expect(404);
    }
}
