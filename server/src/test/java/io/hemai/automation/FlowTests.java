package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Flows from their definition to their effect, over the API. */
class FlowTests extends FlowCompany {
    // --- starting
    // ------------------------------------------------------------------------------------------------------

    @Test
    void aNewRecordThatMatchesIsGivenItsValues() {
        String flow =
                published("sample", Map.of("kind", "created"), when("code", "new-1"), update(Map.of("note", "seen")));
        sample(Map.of("code", "other-1"));
        String id = sample(Map.of("code", "new-1"));

        JsonNode run = ended(flow, 1).get(0);

        assertThat(run.path("state").asString()).isEqualTo("done");
        assertThat(run.path("record").asString()).isEqualTo(id);
        assertThat(read(id).text("note")).isEqualTo("seen");
        JsonNode told =
                admin.get("/records/sample/" + id + "/history").expect(200).at("/items/0");
        assertThat(told.at("/actor/kind").asString()).isEqualTo("flow");
        assertThat(told.path("why").asString()).isEqualTo("flow of sample");
        assertThat(steps(flow, run).get(0).path("outcome").asString()).isEqualTo("done");
    }

    @Test
    void aChangeStartsOnlyWhenItIsTheOneMeant() {
        String flow = published(
                "sample",
                Map.of("kind", "changed", "input", Map.of("fields", List.of("grade"), "to", List.of("high"))),
                when("code", "changed-1"),
                update(Map.of("note", "up")));
        String id = sample(Map.of("code", "changed-1", "grade", "low"));
        change(id, Map.of("size", 3));
        change(id, Map.of("grade", "high"));

        ended(flow, 1);

        assertThat(read(id).text("note")).isEqualTo("up");
        change(id, Map.of("grade", "low"));
        change(id, Map.of("size", 4));
        String other = sample(Map.of("code", "other-2"));
        assertThat(read(other).at("note").isNull()).isTrue();
        assertThat(ended(flow, 1)).hasSize(1);
    }

    @Test
    void whatHappenedBeforeItWasPublishedStartsNothing() {
        sample(Map.of("code", "before-1"));
        String flow = published("sample", Map.of("kind", "created"), when("note", "after"), update(Map.of("size", 1)));
        sample(Map.of("code", "before-2", "note", "after"));

        assertThat(ended(flow, 1)).hasSize(1);
    }

    // --- steps
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void aBranchTakesTheFirstWayThatMatchesAndThenGoesOn() {
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("note", "branch"),
                Map.of(
                        "do",
                        "branch",
                        "ways",
                        List.of(
                                Map.of(
                                        "name",
                                        "big",
                                        "when",
                                        when("size", 9),
                                        "steps",
                                        List.of(update(Map.of("ratio", "9")))),
                                Map.of("name", "small", "when", when("size", 1), "steps", List.of()))),
                update(Map.of("flag", true)));
        String big = sample(Map.of("note", "branch", "size", 9));
        String small = sample(Map.of("note", "branch", "size", 1));
        String none = sample(Map.of("note", "branch", "size", 5));

        ended(flow, 3);

        assertThat(List.of(big, small, none))
                .allSatisfy(id -> assertThat(read(id).at("flag").asBoolean()).isTrue());
        assertThat(read(big).text("ratio")).startsWith("9");
        assertThat(read(small).at("ratio").isNull()).isTrue();
    }

    @Test
    void aTaskIsMadeAboutTheRecordForItsOwner() {
        String owner = company.person("owner", "sales").toString();
        String flow = published(
                "lead",
                Map.of("kind", "created"),
                when("name", "任务线索"),
                Map.of("do", "task", "input", Map.of("subject", "首次联系", "kind", "call", "due_in_hours", 24)));
        String lead = admin.post("/records/lead", Map.of("name", "任务线索", "owner", owner))
                .expect(201)
                .text("id");

        ended(flow, 1);

        JsonNode task = admin.get("/records/task?filter={\"field\":\"subject\",\"op\":\"eq\",\"value\":\"首次联系\"}"
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("\"", "%22"))
                .expect(200)
                .at("/items/0");
        assertThat(task.at("/lead/id").asString()).isEqualTo(lead);
        assertThat(task.at("/owner/id").asString()).isEqualTo(owner);
        assertThat(task.path("due_at").isNull()).isFalse();
    }

    @Test
    void aWaitingRunIsThereAndGoesOnWhenItsTimeHasCome() {
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("note", "wait"),
                Map.of("do", "wait", "input", Map.of("minutes", 10)),
                update(Map.of("size", 7)));
        String id = sample(Map.of("note", "wait"));

        await().atMost(PATIENCE)
                .until(() -> runs(flow).size() == 1
                        && runs(flow).get(0).path("step").asString().equals("steps[1]"));

        assertThat(runs(flow).get(0).path("state").asString()).isEqualTo("running");
        clock.advance(Duration.ofMinutes(7));
        assertThat(read(id).at("size").isNull()).isTrue();
        clock.advance(Duration.ofMinutes(4));
        ended(flow, 1);
        assertThat(read(id).at("size").asInt()).isEqualTo(7);
    }

    @Test
    void whatARuleRefusesFailsTheRunAndCanBeTakenOnceMore() {
        String taken = sample(Map.of("code", "unique-1"));
        String flow = published(
                "sample", Map.of("kind", "created"), when("note", "refused"), update(Map.of("code", "unique-1")));
        String id = sample(Map.of("note", "refused"));

        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("state").asString()).isEqualTo("failed");
        assertThat(run.path("reason").asString()).contains("code");

        change(taken, Map.of("code", "unique-2"));
        admin.post(
                        "/flows/" + flow + "/runs/replay",
                        Map.of("ids", List.of(run.path("id").asString())))
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> runs(flow).get(0).path("state").asString().equals("done"));
        assertThat(read(id).text("code")).isEqualTo("unique-1");
    }

    // --- what could go wrong
    // -------------------------------------------------------------------------------------------

    /** Changes one field whenever another one changed. */
    private String swinging(String when, String field, Object one, Object other) {
        return published(
                "sample",
                Map.of("kind", "changed", "input", Map.of("fields", List.of(when))),
                when("note", "loop"),
                Map.of(
                        "do",
                        "branch",
                        "ways",
                        List.of(
                                way("there", when(field, one), update(Map.of(field, other))),
                                way("back", Map.of("and", List.of()), update(Map.of(field, one))))));
    }

    @Test
    void flowsThatSetOffEachOtherEndAndSayWhy() {
        String one = swinging("size", "ratio", "1", "2");
        String other = swinging("ratio", "size", 1, 2);
        String id = sample(Map.of("note", "loop"));
        change(id, Map.of("size", 1));

        await().atMost(PATIENCE).until(() -> runs(one).size() + runs(other).size() == 6);

        JsonNode last = ended(other, 3).get(0);
        assertThat(last.path("state").asString()).isEqualTo("stopped");
        assertThat(last.path("reason").asString()).isEqualTo("loop");
        assertThat(runs(one))
                .allSatisfy(run -> assertThat(run.path("state").asString()).isEqualTo("done"));
    }

    @Test
    void aPausedFlowStartsNothingAndAStoppedOneEndsWhatIsUnderWay() {
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("note", "pause"),
                Map.of("do", "wait", "input", Map.of("hours", 1)),
                update(Map.of("size", 1)));
        sample(Map.of("note", "pause"));
        await().atMost(PATIENCE).until(() -> runs(flow).size() == 1);

        admin.post("/records/flow/" + flow + "/pause", Map.of()).expect(200);
        assertThat(runs(flow).get(0).path("held").asBoolean()).isTrue();
        sample(Map.of("note", "pause"));
        admin.post("/records/flow/" + flow + "/stop", Map.of()).expect(200);

        JsonNode all = ended(flow, 1);
        assertThat(all.get(0).path("state").asString()).isEqualTo("stopped");
        assertThat(all.get(0).path("reason").asString()).isEqualTo("flow_stopped");
        admin.post("/records/flow/" + flow + "/stop", Map.of()).refused(409, "flow.not_active");
    }

    @Test
    void runsEndByTheVersionThatTheyBeganWith() {
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("note", "versions"),
                Map.of("do", "wait", "input", Map.of("hours", 1)),
                update(Map.of("size", 1)));
        sample(Map.of("note", "versions"));
        await().atMost(PATIENCE).until(() -> runs(flow).size() == 1);
        String before = admin.get("/records/flow/" + flow).text("/published/id");
        Map<String, Object> other = Map.of(
                "trigger",
                Map.of("kind", "created"),
                "when",
                when("note", "versions"),
                "steps",
                List.of(update(Map.of("size", 2))));

        patch("/records/flow/" + flow, Map.of("definition", other));
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);

        assertThat(admin.get("/records/flow/" + flow).text("/published/id")).isNotEqualTo(before);
        assertThat(runs(flow).get(0).path("version").asString()).isEqualTo(before);
    }
}
