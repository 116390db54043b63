package io.hemai.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a drawn process, each thing beside its place. */
class DefinitionTests extends ProcessCompany {
    private List<String> wrong(Map<String, ?> definition) {
        Answer refused = drawn(definition);
        assertThat(refused.status()).as(refused.raw()).isIn(400, 422);
        return refused.at("/errors")
                .valueStream()
                .map(error ->
                        error.at("/field").asString() + " " + error.at("/code").asString())
                .toList();
    }

    private List<String> wrongGate(Map<String, ?> gate) {
        return wrong(definition("allow", with(gate, "to", "proposal")));
    }

    @Test
    void everyPlaceIsToldWhatIsWrongThere() {
        assertThat(wrong(Map.of())).containsExactly("states process.no_states");
        assertThat(wrong(Map.of("states", List.of(state("nowhere"), state("won"), state("won")))))
                .containsExactly("states[0].value process.unknown_value", "states[2].value process.state_twice");
        assertThat(wrong(with(definition("allow"), "others", "some"))).containsExactly("others process.unknown_word");
        assertThat(wrong(with(definition("allow"), "when", Map.of("field", "nothing", "op", "eq", "value", 1))))
                .singleElement()
                .asString()
                .startsWith("when ");
        assertThat(wrong(with(definition("allow"), "more", 1)))
                .singleElement()
                .asString()
                .contains("more");
    }

    @Test
    void gatesAreReadWhole() {
        assertThat(wrongGate(Map.of("required", List.of("amount", "nothing"))))
                .containsExactly("gates[0].required[1] process.unknown_field");
        assertThat(wrongGate(Map.of("from", List.of("nowhere"))))
                .containsExactly("gates[0].from process.unknown_value");
        assertThat(wrongGate(Map.of("who", Map.of()))).containsExactly("gates[0].who process.nobody");
        assertThat(wrongGate(Map.of("who", Map.of("roles", List.of("nobody")))))
                .containsExactly("gates[0].who.roles process.nobody");
        assertThat(wrongGate(Map.of("checklist", List.of(Map.of("key", "a", "text", "A")))))
                .containsExactly("gates[0].id request.missing");
        assertThat(wrongGate(Map.of("required", List.of("stage_entered_at"))))
                .containsExactly("gates[0].required[0] process.not_to_fill");
        assertThat(wrong(Map.of(
                        "states",
                        List.of(state("won")),
                        "gates",
                        List.of(Map.of("to", "lost", "from", List.of("proposal"))))))
                .containsExactly("gates[0].to process.not_a_state", "gates[0].from process.not_a_state");
        Map<String, Object> asks = Map.of("to", "won", "approval", Map.of("who", "manager"));
        assertThat(wrong(definition(
                        "allow", with(asks, "id", "a"), with(with(asks, "id", "b"), "from", List.of("proposal")))))
                .containsExactly("gates[1].approval process.two_approvals");
        assertThat(wrongGate(
                        Map.of("id", "a", "checklist", List.of(Map.of("key", "a", "text", "A"), Map.of("key", "a")))))
                .containsExactly(
                        "gates[0].checklist[1].key process.item_twice", "gates[0].checklist[1].text request.missing");
        assertThat(wrongGate(
                        Map.of("conditions", List.of(Map.of("when", Map.of("field", "amount", "op", "not_empty"))))))
                .containsExactly("gates[0].conditions[0].message request.missing");
        assertThat(wrongGate(Map.of("id", "a", "approval", Map.of("who", "people"))))
                .singleElement()
                .asString()
                .startsWith("gates[0].approval.people ");
        assertThat(wrong(definition("allow", Map.of("id", "a", "to", "won"), Map.of("id", "a", "to", "lost"))))
                .containsExactly("gates[1].id process.gate_twice");
    }

    @Test
    void whatHappensOnTheWayIsReadAsFlowsAre() {
        Map<String, Object> proposal = state("proposal");
        Map<String, Object> task = Map.of("do", "task", "input", Map.of());
        assertThat(wrong(Map.of("states", List.of(state("won"), with(proposal, "steps", List.of(task))))))
                .contains("states[1].steps[0].input.subject request.missing");
        assertThat(wrong(Map.of("states", List.of(with(proposal, "stay", Map.of("days", 0))))))
                .containsExactly("states[0].stay process.no_time");
        assertThat(wrong(Map.of("states", List.of(with(proposal, "stay", Map.of("days", 3, "then_days", -1))))))
                .containsExactly("states[0].stay process.no_time");
    }

    @Test
    void onlyAChoiceThatPeopleChangeIsAWay() {
        for (String field : List.of("amount", "status", "nothing", "tags")) {
            admin.post(
                            "/records/process",
                            Map.of(
                                    "name",
                                    "x",
                                    "object",
                                    "opportunity",
                                    "field",
                                    field,
                                    "definition",
                                    Map.of("states", List.of(state("won")))))
                    .refused(422, "process.unfit_field");
        }
        admin.post(
                        "/records/process",
                        Map.of("name", "x", "object", "nothing", "field", "stage", "definition", definition("allow")))
                .refused(422, "process.unknown_object");
    }

    @Test
    void thereIsAnEndToEverything() {
        List<Map<String, Object>> many = Collections.nCopies(101, Map.of("to", "proposal"));
        assertThat(wrong(Map.of("states", states(), "gates", many))).containsExactly("gates process.too_many");
        assertThat(wrongGate(Map.of("id", "x".repeat(101)))).containsExactly("gates[0].id process.too_long");
    }

    @Test
    void aFieldThatAProcessNeedsStays() {
        admin.post(
                        "/meta/objects/opportunity/fields",
                        Map.of("name", "c_visited", "type", "boolean", "label", Map.of("zh-CN", "已拜访")))
                .expect(201);
        String id = drawn(definition("allow", Map.of("to", "proposal", "required", List.of("c_visited"))))
                .expect(201)
                .text("id");
        Answer refused = admin.delete("/meta/objects/opportunity/fields/c_visited");
        assertThat(refused.raw()).contains("meta.in_use", "deals");
        delete(id).expect(204);
    }
}
