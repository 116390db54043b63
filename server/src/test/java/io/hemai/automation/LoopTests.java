package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Steps that are taken for each related record. */
class LoopTests extends FlowCompany {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    private static Map<String, Object> each(Map<String, Object> input, Object... steps) {
        return Map.of("do", "each", "input", input, "ways", List.of(Map.of("name", "each", "steps", List.of(steps))));
    }

    private static Map<String, Object> children(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("object", "sample");
        input.put("link", "parent");
        return input;
    }

    private String button(Object... steps) {
        return published("sample", Map.of("kind", "button"), Map.of(), steps);
    }

    private void start(String flow, String record) {
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                .expect(200);
    }

    private String family(int many) {
        String parent = sample(Map.of("name", "parent"));
        for (int i = 0; i < many; i++) {
            sample(Map.of("name", "child " + i, "parent", parent, "size", i));
        }
        return parent;
    }

    private JsonNode kids(String parent) {
        return admin.get("/records/sample?fields=name,size,note&sort=name&limit=200&filter="
                        + URLEncoder.encode(
                                "{\"field\":\"parent\",\"op\":\"eq\",\"value\":\"" + parent + "\"}",
                                StandardCharsets.UTF_8))
                .expect(200)
                .at("/items");
    }

    @Test
    void eachRelatedRecordTakesTheStepsAndThenTheRestFollows() {
        String parent = family(3);
        String flow = button(each(children(Map.of()), update(Map.of("note", "seen"))), update(Map.of("note", "after")));
        start(flow, parent);
        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        assertThat(kids(parent).findValuesAsString("note")).containsExactly("seen", "seen", "seen");
        assertThat(read(parent).text("note")).isEqualTo("after");
        assertThat(steps(flow, run).findValuesAsString("outcome")).containsExactly("looping", "looped", "done");
        assertThat(admin.get("/flows/" + flow + "/runs?parent=" + run.path("id").asString())
                        .expect(200)
                        .at("/items"))
                .hasSize(3);
    }

    @Test
    void onlyThoseThatMatchAreMeant() {
        String parent = family(4);
        String flow = button(each(
                children(Map.of("when", Map.of("field", "size", "op", "ge", "value", 2))),
                update(Map.of("note", "big"))));
        start(flow, parent);
        ended(flow, 1);
        assertThat(kids(parent).findValuesAsString("note")).containsExactly("", "", "big", "big");
    }

    @Test
    void noneAreNoTrouble() {
        String parent = sample(Map.of("name", "lonely"));
        String flow = button(each(children(Map.of()), update(Map.of("note", "x"))), update(Map.of("note", "after")));
        start(flow, parent);
        JsonNode run = ended(flow, 1).get(0);
        assertThat(steps(flow, run).findValuesAsString("outcome")).containsExactly("no_related", "done");
    }

    @Test
    void theRecordThatItLeadsToIsOneToo() {
        String parent = family(1);
        String child = kids(parent).at("/0/id").asString();
        String flow = button(each(Map.of("link", "parent"), update(Map.of("note", "of the child"))));
        start(flow, child);
        ended(flow, 1);
        assertThat(read(parent).text("note")).isEqualTo("of the child");
    }

    @Test
    void oneThatFailsIsToldOfAndKeepsNoOther() {
        String parent = family(2);
        String flow = button(
                each(
                        children(Map.of()),
                        Map.of(
                                "do",
                                "branch",
                                "ways",
                                List.of(way(
                                        "first",
                                        when("size", 0),
                                        Map.of(
                                                "do",
                                                "create",
                                                "input",
                                                Map.of("object", "sample", "set", Map.of())))))),
                update(Map.of("note", "after")));
        start(flow, parent);
        JsonNode run = ended(flow, 1).get(0);
        assertThat(steps(flow, run).findValuesAsString("outcome")).containsExactly("looping", "looped_failed", "done");
        JsonNode failed =
                admin.get("/flows/" + flow + "/runs?state=failed").expect(200).at("/items");
        assertThat(failed).hasSize(1);
        assertThat(failed.at("/0/parent").asString()).isEqualTo(run.path("id").asString());
        assertThat(read(parent).text("note")).isEqualTo("after");
    }

    @Test
    void oneLoopAfterAnotherIsCountedForItself() {
        String parent = family(2);
        String flow = button(
                each(children(Map.of("when", when("size", 0))), failing()),
                each(children(Map.of("when", when("size", 1))), update(Map.of("note", "second"))));
        start(flow, parent);
        JsonNode run = ended(flow, 1).get(0);
        assertThat(steps(flow, run).findValuesAsString("outcome"))
                .containsExactly("looping", "looped_failed", "looping", "looped");
    }

    @Test
    void onePartOnceMoreDoesNotWakeARunThatWaitsForSomethingElse() {
        String parent = family(1);
        String flow = button(
                each(children(Map.of()), failing()),
                Map.of("do", "wait", "input", Map.of("days", 3)),
                update(Map.of("note", "after")));
        start(flow, parent);
        await().atMost(PATIENCE).until(() -> runs(flow).at("/0/step").asString().equals("steps[2]"));
        JsonNode failed = admin.get("/flows/" + flow + "/runs?state=failed").at("/items/0");
        admin.post(
                        "/flows/" + flow + "/runs/replay",
                        Map.of("ids", List.of(failed.path("id").asString())))
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> steps(flow, failed).size() == 2
                        && admin.get("/flows/" + flow + "/runs?state=failed")
                                        .at("/items")
                                        .size()
                                == 1);
        assertThat(runs(flow).at("/0/step").asString()).isEqualTo("steps[2]");
        assertThat(read(parent).text("note")).isEmpty();
    }

    /** A record without a name. */
    private static Map<String, Object> failing() {
        return Map.of("do", "create", "input", Map.of("object", "sample", "set", Map.of("note", "x")));
    }

    @Test
    void manyAreTakenInManyPieces() {
        String parent = family(150);
        String flow = button(
                each(children(Map.of()), update(Map.of("note", "one of many")), update(Map.of("size", 5))),
                update(Map.of("note", "after")));
        start(flow, parent);
        await().atMost(PATIENCE.multipliedBy(3))
                .until(() -> "after".equals(read(parent).text("note")));
        assertThat(kids(parent).findValuesAsString("note")).hasSize(150).containsOnly("one of many");
        assertThat(kids(parent).findValuesAsString("size")).containsOnly("5");
    }

    @Test
    void aTrialGoesThroughSome() {
        String parent = family(2);
        String flow = drawn(
                        "sample",
                        Map.of("kind", "button"),
                        Map.of(),
                        List.of(each(children(Map.of()), update(Map.of("note", "tried"))), update(Map.of("size", 9))))
                .expect(201)
                .text("id");
        Answer trial = admin.post("/flows/" + flow + "/trial", Map.of("record", parent))
                .expect(200);
        assertThat(trial.text("state")).isEqualTo("done");
        assertThat(trial.at("/changes")).hasSize(3);
        assertThat(kids(parent).findValuesAsString("note")).containsExactly("", "");
    }

    @Test
    void whatDoesNotFitIsToldAtItsPlace() {
        Map<String, Object> unknown = each(Map.of("object", "sample", "link", "nothing"), update(Map.of("note", "x")));
        drawn("sample", CREATED, Map.of(), List.of(unknown)).refused(422, "flow.no_link");
        Map<String, Object> nested = each(children(Map.of()), each(children(Map.of()), update(Map.of("note", "x"))));
        assertThat(drawn("sample", CREATED, Map.of(), List.of(nested))
                        .refused(422, "flow.not_in_loop")
                        .text("/errors/0/field"))
                .isEqualTo("steps[0].ways[0].steps[0].do");
        Map<String, Object> empty = each(children(Map.of()));
        drawn("sample", CREATED, Map.of(), List.of(empty)).refused(422, "flow.loop_way");
        Map<String, Object> other =
                each(Map.of("object", "contact", "link", "account"), update(Map.of("no_such_field", "x")));
        assertThat(drawn("account", CREATED, Map.of(), List.of(other))
                        .at("/errors/0/field")
                        .asString())
                .startsWith("steps[0].ways[0].steps[0].input.set");
    }
}
