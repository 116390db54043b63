package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a run did is taken back. */
class UndoOfRunTests extends FlowCompany {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    private Answer undo(String flow, JsonNode run) {
        return admin.post("/flows/" + flow + "/runs/" + run.path("id").asString() + "/undo", Map.of());
    }

    @Test
    void fieldsGetTheirFormerValuesAndWhatWasMadeGoes() {
        String flow = published(
                "sample",
                CREATED,
                when("note", "undo me"),
                update(Map.of("size", 4, "note", "changed")),
                Map.of("do", "task", "input", Map.of("subject", "made by the run")));
        String record = sample(Map.of("note", "undo me", "size", 1));
        JsonNode run = ended(flow, 1).get(0);
        assertThat(read(record).at("size").asInt()).isEqualTo(4);

        Answer undone = undo(flow, run).expect(200);

        assertThat(undone.at("/put_back").asInt()).isEqualTo(1);
        assertThat(undone.at("/taken_away").asInt()).as(undone.raw()).isEqualTo(1);
        assertThat(undone.at("/left")).isEmpty();
        assertThat(read(record).at("size").asInt()).isEqualTo(1);
        assertThat(read(record).text("note")).isEqualTo("undo me");
        JsonNode tasks = admin.post("/records/task/query", Map.of("filter", when("subject", "made by the run")))
                .expect(200)
                .at("/items");
        assertThat(tasks).isEmpty();
        assertThat(runs(flow).at("/0/undone_at").isNull()).isFalse();
        undo(flow, run).refused(409, "flow.already_undone");
    }

    @Test
    void whatSomebodyChangedSinceStays() {
        String flow = published("sample", CREATED, when("note", "worked on"), update(Map.of("size", 4)));
        String record = sample(Map.of("note", "worked on", "size", 1));
        JsonNode run = ended(flow, 1).get(0);
        change(record, Map.of("size", 5));
        Answer undone = undo(flow, run).expect(200);
        assertThat(undone.at("/put_back").asInt()).isZero();
        assertThat(undone.at("/left/0/id").asString()).isEqualTo(record);
        assertThat(undone.at("/left/0/fields").toString()).contains("size");
        assertThat(read(record).at("size").asInt()).isEqualTo(5);
    }

    @Test
    void whatIsTakenBackSetsTheFlowOffNoMore() {
        String flow = published(
                "sample",
                Map.of("kind", "changed", "input", Map.of("fields", List.of("size", "grade"))),
                when("note", "again and again"),
                update(Map.of("grade", "high")));
        String record = sample(Map.of("note", "again and again", "size", 1, "grade", "low"));
        change(record, Map.of("size", 2));
        JsonNode run = ended(flow, 2).get(1);
        assertThat(read(record).text("grade")).isEqualTo("high");
        assertThat(undo(flow, run).expect(200).at("/put_back").asInt()).isEqualTo(1);
        String other = sample(Map.of("note", "again and again", "size", 1, "grade", "low"));
        change(other, Map.of("size", 2));
        // what came after the undo is read after it
        ended(flow, 4);
        assertThat(read(record).text("grade")).isEqualTo("low");
    }

    @Test
    void whatWasLeftCanBeTriedOnceMore() {
        String flow = published("sample", CREATED, when("note", "later"), update(Map.of("size", 4)));
        String record = sample(Map.of("note", "later", "size", 1));
        JsonNode run = ended(flow, 1).get(0);
        change(record, Map.of("size", 5));
        assertThat(undo(flow, run).expect(200).at("/left")).hasSize(1);
        change(record, Map.of("size", 4));
        assertThat(undo(flow, run).expect(200).at("/left")).isEmpty();
        assertThat(read(record).at("size").asInt()).isEqualTo(1);
    }

    @Test
    void theRunsOfOthersAreNotTouched() {
        String flow = published("sample", CREATED, when("note", "several"), update(Map.of("size", 4)));
        String one = sample(Map.of("note", "several", "size", 1));
        String other = sample(Map.of("note", "several", "size", 2));
        JsonNode all = ended(flow, 2);
        JsonNode run = all.get(0).path("record").asString().equals(one) ? all.get(0) : all.get(1);
        undo(flow, run).expect(200);
        assertThat(read(one).at("size").asInt()).isEqualTo(1);
        assertThat(read(other).at("size").asInt()).isEqualTo(4);
    }

    @Test
    void aLoopIsTakenBackWithItsParts() {
        String parent = sample(Map.of("name", "undone parent", "size", 1));
        String child = sample(Map.of("name", "undone child", "parent", parent, "size", 2));
        String flow = published(
                "sample",
                Map.of("kind", "button"),
                Map.of(),
                Map.of(
                        "do",
                        "each",
                        "input",
                        Map.of("object", "sample", "link", "parent"),
                        "ways",
                        List.of(Map.of("steps", List.of(update(Map.of("size", 8)))))),
                update(Map.of("size", 9)));
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(parent)))
                .expect(200);
        JsonNode run = ended(flow, 1).get(0);
        assertThat(read(child).at("size").asInt()).isEqualTo(8);
        assertThat(undo(flow, run).expect(200).at("/put_back").asInt()).isEqualTo(2);
        assertThat(read(child).at("size").asInt()).isEqualTo(2);
        assertThat(read(parent).at("size").asInt()).isEqualTo(1);
    }

    @Test
    void whatChangedNothingAndWhatGoesOnIsRefused() {
        String none = published(
                "sample", CREATED, when("note", "nothing"), Map.of("do", "stop", "input", Map.of("reason", "x")));
        sample(Map.of("note", "nothing"));
        undo(none, ended(none, 1).get(0)).refused(409, "flow.nothing_to_undo");
        String waits = published(
                "sample",
                CREATED,
                when("note", "goes on"),
                update(Map.of("size", 2)),
                Map.of("do", "wait", "input", Map.of("days", 3)),
                update(Map.of("size", 3)));
        sample(Map.of("note", "goes on"));
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs(waits).at("/0/step").asString().equals("steps[2]"));
        undo(waits, runs(waits).get(0)).refused(409, "flow.run_under_way");
    }

    @Test
    void onlyWhoMayChangeTheFlowTakesItBack() {
        String flow = published("sample", CREATED, when("note", "guarded"), update(Map.of("size", 4)));
        sample(Map.of("note", "guarded"));
        JsonNode run = ended(flow, 1).get(0);
        company.as("undoer", "sales")
                .post("/flows/" + flow + "/runs/" + run.path("id").asString() + "/undo", Map.of())
                .expect(404);
    }
}
