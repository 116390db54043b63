package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one needs to draw a flow, over the API. */
class FlowDeskTests extends FlowCompany {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindHasAFormInBothLanguages() {
        JsonNode kinds = admin.get("/flows/kinds?object=lead").expect(200).body();

        for (JsonNode kind : List.of(named(kinds.path("triggers"), "silent"), named(kinds.path("steps"), "task"))) {
            assertThat(kind.at("/label/zh-CN").asString()).isNotBlank();
            assertThat(kind.at("/help/en").asString()).isNotBlank();
        }
        JsonNode task = named(kinds.path("steps"), "task").path("inputs");
        assertThat(named(task, "subject").path("required").asBoolean()).isTrue();
        assertThat(named(task, "priority").path("choices").findValuesAsString("code"))
                .contains("high");
        JsonNode changed = named(kinds.path("triggers"), "changed").path("inputs");
        assertThat(named(changed, "fields").path("type").asString()).isEqualTo("field");
        assertThat(named(changed, "fields").path("many").asBoolean()).isTrue();
        assertThat(named(kinds.path("steps"), "split").path("branches").asBoolean())
                .isTrue();
        assertThat(admin.get("/flows/kinds?object=sample").at("/triggers").findValuesAsString("name"))
                .contains("created")
                .doesNotContain("silent");
    }

    @Test
    void whoMayNotDrawFlowsLearnsNothing() {
        Api seller = company.as("desk", "sales");
        seller.get("/flows/kinds?object=lead").expect(404);
        String flow = drawn("lead", CREATED, Map.of(), List.of(update(Map.of("company", "x"))))
                .expect(201)
                .text("id");
        String own =
                seller.post("/records/lead", Map.of("name", "试运行")).expect(201).text("id");
        seller.post("/flows/" + flow + "/trial", Map.of("record", own)).expect(404);
        seller.get("/flows/counts").expect(404);
    }

    @Test
    void theListOfFlowsTellsHowManyRunsAreOpen() {
        String waits = published(
                "sample",
                CREATED,
                when("note", "counted"),
                Map.of("do", "wait", "input", Map.of("days", 2)),
                update(Map.of("size", 7)));
        sample(Map.of("code", "counted-taken"));
        String fails = published("sample", CREATED, when("note", "counted"), update(Map.of("code", "counted-taken")));
        String ends = published("sample", CREATED, when("note", "counted"), update(Map.of("size", 1)));

        sample(Map.of("note", "counted"));
        sample(Map.of("note", "counted"));
        ended(fails, 2);
        ended(ends, 2);
        await().atMost(PATIENCE).until(() -> runs(waits).size() == 2);

        JsonNode counts = admin.get("/flows/counts").expect(200).at("/items");
        assertThat(of(counts, waits).path("running").asInt()).isEqualTo(2);
        assertThat(of(counts, waits).path("failed").asInt()).isZero();
        assertThat(of(counts, fails).path("failed").asInt()).isEqualTo(2);
        assertThat(counts.findValuesAsString("flow")).doesNotContain(ends);
    }

    private static JsonNode of(JsonNode counts, String flow) {
        return StreamSupport.stream(counts.spliterator(), false)
                .filter(each -> each.path("flow").asString().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTrialTellsWhatWouldHappenAndLeavesNothing() {
        String flow = drawn(
                        "lead",
                        CREATED,
                        when("company", "合脉"),
                        List.of(
                                update(Map.of("title", "经理")),
                                Map.of("do", "wait", "input", Map.of("days", 30)),
                                Map.of(
                                        "do",
                                        "branch",
                                        "ways",
                                        List.of(way(
                                                "titled",
                                                when("title", "经理"),
                                                Map.of("do", "task", "input", Map.of("subject", "联系经理"))))),
                                Map.of("do", "stop", "input", Map.of("reason", "enough"))))
                .expect(201)
                .text("id");
        String lead = admin.post("/records/lead", Map.of("name", "试", "company", "合脉"))
                .expect(201)
                .text("id");
        Answer before = admin.get("/records/lead/" + lead);

        Answer outlook =
                admin.post("/flows/" + flow + "/trial", Map.of("record", lead)).expect(200);

        assertThat(outlook.at("/meant").asBoolean()).isTrue();
        assertThat(outlook.text("state")).as(outlook.raw()).isEqualTo("stopped");
        assertThat(outlook.text("reason")).isEqualTo("enough");
        assertThat(outlook.at("/steps").findValuesAsString("action"))
                .containsExactly("update", "wait", "branch", "task", "stop");
        assertThat(outlook.at("/changes").findValuesAsString("object")).contains("lead", "task");
        assertThat(outlook.at("/changes/0/changes/0/after").asString()).isEqualTo("经理");
        assertThat(admin.get("/records/lead/" + lead).raw()).isEqualTo(before.raw());
        assertThat(admin.post("/records/task/query", Map.of("filter", when("subject", "联系经理")))
                        .at("/items"))
                .isEmpty();
        assertThat(runs(flow)).isEmpty();
    }

    @Test
    void aTrialTellsWhatWouldBeRefused() {
        sample(Map.of("code", "trial-taken"));
        String flow = drawn("sample", CREATED, when("note", "nothing"), List.of(update(Map.of("code", "trial-taken"))))
                .expect(201)
                .text("id");
        String id = sample(Map.of("note", "trial"));

        Answer outlook =
                admin.post("/flows/" + flow + "/trial", Map.of("record", id)).expect(200);

        assertThat(outlook.at("/meant").asBoolean()).isFalse();
        assertThat(outlook.text("state")).isEqualTo("failed");
        assertThat(outlook.text("reason")).contains("code");
        admin.post("/flows/" + flow + "/trial", Map.of("record", flow)).expect(404);
    }
}
