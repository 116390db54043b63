package io.hemai.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.RoundTrips;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lets records pass from value to value, and what does not, on every way of writing. */
class GateTests extends ProcessCompany {
    private static final Map<String, Object> AMOUNT = Map.of("to", "proposal", "required", List.of("amount"));
    private static final Map<String, Object> PRICE = Map.of("amount", "50000", "currency", "CNY");

    @Test
    void whatIsRequiredIsAskedForByItsField() {
        published(definition("allow", AMOUNT));
        String deal = deal(Map.of());
        move(seller, deal, "needs_analysis").expect(200);
        Answer refused = move(seller, deal, "proposal").refused(422, "process.required");
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("amount");
        assertThat(refused.at("/errors/0/message").asString()).contains("金额");
        seller.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "proposal"))
                .refused(422, "process.required");
        change(seller, deal, Map.of("stage", "proposal", "amount", PRICE)).expect(200);
        assertThat(stage(deal)).isEqualTo("proposal");
    }

    @Test
    void whoSkipsAStagePassesItsGateAsWellAndWhoGoesBackOrLosesDoesNot() {
        published(definition("allow", AMOUNT));
        String deal = deal(Map.of());
        move(seller, deal, "negotiation").refused(422, "process.required");
        move(seller, deal, "won").refused(422, "process.required");
        change(seller, deal, Map.of("stage", "lost", "loss_reason", "price")).expect(200);
        String other = deal(Map.of("amount", PRICE));
        move(seller, other, "negotiation").expect(200);
        change(seller, other, Collections.singletonMap("amount", null)).expect(200);
        move(seller, other, "proposal").expect(200);
        move(seller, other, "negotiation").expect(200);
    }

    @Test
    void newRecordsBeginWhereTheyMay() {
        published(definition("back", AMOUNT));
        seller.post("/records/opportunity", Map.of("name", "too far", "stage", "negotiation"))
                .refused(422, "process.required");
        deal(Map.of("stage", "negotiation", "amount", PRICE));
        end();
        published(with(
                definition("allow"),
                "states",
                List.of(Map.of("value", "initial_contact", "start", true), state("proposal"))));
        Answer refused = seller.post("/records/opportunity", Map.of("name", "elsewhere", "stage", "proposal"))
                .refused(422, "process.no_start");
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("stage");
        deal(Map.of());
    }

    @Test
    void onlyMovesThatAreListedAreMade() {
        published(definition(
                "refuse",
                Map.of("to", "needs_analysis", "from", List.of("initial_contact")),
                Map.of("to", "initial_contact", "from", List.of("needs_analysis"))));
        String deal = deal(Map.of());
        Answer refused = move(seller, deal, "proposal").refused(422, "process.not_allowed");
        assertThat(refused.at("/errors/0/message").asString()).contains("可以到：需求分析");
        move(seller, deal, "needs_analysis").expect(200);
        move(seller, deal, "initial_contact").expect(200);
        end();
        published(definition("back", Map.of("to", "needs_analysis"), Map.of("to", "proposal")));
        move(seller, deal, "negotiation").refused(422, "process.not_allowed");
        move(seller, deal, "proposal").expect(200);
        move(seller, deal, "initial_contact").expect(200);
    }

    @Test
    void whatIsNotTickedStandsInTheWay() {
        published(definition(
                "allow",
                Map.of(
                        "id", "ready",
                        "to", "proposal",
                        "checklist",
                                List.of(
                                        Map.of("key", "budget", "text", "预算已确认"),
                                        Map.of("key", "who", "text", "找到决策人")))));
        String deal = deal(Map.of());
        Answer refused = move(seller, deal, "proposal").refused(422, "process.unchecked");
        assertThat(refused.at("/errors/0/message").asString()).contains("预算已确认", "找到决策人");
        assertThat(to(at(seller, deal), "proposal").at("/problems/0/message").asString())
                .isEqualTo("进入“方案/报价”前请先完成：预算已确认、找到决策人");
        tick(seller, deal, "ready budget", true).expect(200);
        JsonNode move = to(at(seller, deal), "proposal");
        assertThat(move.at("/checklist").findValues("done").toString()).isEqualTo("[true, false]");
        assertThat(move.at("/checklist/0/by/id").asString()).isEqualTo(sellerId.toString());
        tick(manager, deal, "ready who", true).expect(200);
        tick(seller, deal, "ready who", false).expect(200);
        move(seller, deal, "proposal").refused(422, "process.unchecked");
        tick(manager, deal, "ready who", true).expect(200);
        move(seller, deal, "proposal").expect(200);
        String other = deal(Map.of());
        move(seller, other, "proposal").refused(422, "process.unchecked");
        tick(seller, other, "nothing", true).refused(404, "process.not_found");
    }

    @Test
    void aConditionSaysInItsOwnWordsWhatIsNotSo() {
        published(definition(
                "allow",
                Map.of(
                        "to",
                        "negotiation",
                        "conditions",
                        List.of(Map.of(
                                "when", Map.of("field", "next_step", "op", "not_empty"), "message", "先写下下一步")))));
        String deal = deal(Map.of());
        Answer refused = move(seller, deal, "negotiation").refused(422, "process.condition");
        assertThat(refused.at("/errors/0/message").asString()).isEqualTo("先写下下一步");
        change(seller, deal, Map.of("stage", "negotiation", "next_step", "报价")).expect(200);
    }

    @Test
    void onlyThoseMoveWhoMayAndNobodyBecomesOneOfThemByTheWay() {
        published(definition("allow", Map.of("to", "proposal", "who", Map.of("manager", true))));
        String deal = deal(Map.of());
        Answer refused = move(seller, deal, "proposal").refused(422, "process.not_yours");
        assertThat(refused.at("/errors/0/message").asString()).contains("负责人的上级");
        move(manager, deal, "proposal").expect(200);
        end();
        published(definition("allow", Map.of("to", "negotiation", "who", Map.of("owner", true))));
        String other = deal(Map.of());
        change(manager, other, Map.of("stage", "negotiation", "owner", managerId.toString()))
                .refused(422, "process.not_yours");
        move(seller, other, "negotiation").expect(200);
        end();
        published(definition("allow", Map.of("to", "won", "who", Map.of("roles", List.of("sales_manager")))));
        String third = deal(Map.of());
        move(seller, third, "won").refused(422, "process.not_yours");
        move(manager, third, "won").expect(200);
    }

    @Test
    void whatAProcessIsNotForPassesAndWhatComesUnderItBegins() {
        published(with(definition("back", AMOUNT), "when", Map.of("field", "kind", "op", "eq", "value", "renewal")));
        String deal = deal(Map.of("kind", "expansion"));
        move(seller, deal, "negotiation").expect(200);
        change(seller, deal, Map.of("kind", "renewal")).refused(422, "process.required");
        change(seller, deal, Map.of("kind", "renewal", "amount", PRICE)).expect(200);
        assertThat(at(seller, deal).at("/state").asString()).isEqualTo("negotiation");
        change(seller, deal, Map.of("kind", "expansion")).expect(200);
        assertThat(at(seller, deal).isMissingNode()).isTrue();
    }

    @Test
    void whatIsDrawnHoldsOnceItIsPublishedAndNoLongerThanThat() {
        String id = drawn(definition("allow", AMOUNT)).expect(201).text("id");
        String deal = deal(Map.of());
        move(seller, deal, "proposal").expect(200);
        move(seller, deal, "initial_contact").expect(200);
        admin.post("/records/process/" + id + "/publish", Map.of()).expect(200);
        move(seller, deal, "proposal").refused(422, "process.required");
        patch(admin, "/records/process/" + id, Map.of("definition", definition("allow")))
                .expect(200);
        move(seller, deal, "proposal").refused(422, "process.required");
        delete(id).refused(409, "process.still_active");
        admin.post("/records/process/" + id + "/pause", Map.of()).expect(200);
        move(seller, deal, "proposal").expect(200);
        admin.post("/records/process/" + id + "/pause", Map.of()).refused(409, "process.not_active");
        delete(id).expect(204);
    }

    @Test
    void whoSeesLittleIsToldLittle() {
        published(definition("allow", AMOUNT));
        String deal = deal(Map.of());
        Api stranger = company.having("stranger", Map.of("lead", Map.of("read", "all")), Map.of());
        stranger.get("/processes/at?object=opportunity&record=" + deal).expect(404);
        Api blind = company.having(
                "blind",
                Map.of("opportunity", Map.of("read", "all", "update", "all")),
                Map.of("opportunity.amount", "hidden"));
        assertThat(blind.get("/processes/at?object=opportunity&record=" + deal).raw())
                .contains("process.required")
                .doesNotContain("amount")
                .doesNotContain("金额");
        seller.post("/records/process/query", Map.of()).expect(404);
    }

    @Test
    void onlyWhoLeadsARecordTicks() {
        published(definition(
                "allow", Map.of("id", "g", "to", "proposal", "checklist", List.of(Map.of("key", "k", "text", "K")))));
        String deal = deal(Map.of());
        Api reader = company.having("reads", Map.of("opportunity", Map.of("read", "all")), Map.of());
        tick(reader, deal, "g k", true).expect(404);
        Api told = company.having(
                "told",
                Map.of("opportunity", Map.of("read", "all", "update", "all")),
                Map.of("opportunity.stage", "read"));
        tick(told, deal, "g k", true).expect(404);
        tick(seller, RecordId.next().toString(), "g k", true).expect(404);
        tick(seller, deal, "g other", true).refused(404, "process.not_found");
        tick(seller, deal, "g k", true).expect(200);
    }

    @Test
    void whatIsAsideIsNoWayAround() {
        published(definition(
                "back", AMOUNT, Map.of("id", "asks", "to", "contract_review", "approval", Map.of("who", "manager"))));
        String deal = deal(Map.of());
        change(seller, deal, Map.of("stage", "lost", "loss_reason", "price")).expect(200);
        reopen(deal, "negotiation").refused(422, "process.required");
        reopen(deal, "initial_contact").expect(200);
        change(seller, deal, Map.of("amount", PRICE, "stage", "lost", "loss_reason", "price"))
                .expect(200);
        reopen(deal, "contract_review").refused(422, "process.needs_approval");
        reopen(deal, "negotiation").expect(200);
    }

    private Answer reopen(String deal, String stage) {
        return seller.post("/records/opportunity/" + deal + "/reopen", Map.of("stage", stage));
    }

    @Test
    void whereGatesSayFromWhereThereIsNoOtherWay() {
        Map<String, Object> proposal = Map.of("to", "proposal", "from", List.of("needs_analysis"));
        published(definition("back", Map.of("to", "needs_analysis"), proposal, Map.of("to", "negotiation")));
        String deal = deal(Map.of());
        move(seller, deal, "proposal").refused(422, "process.not_allowed");
        move(seller, deal, "negotiation").refused(422, "process.not_allowed");
        seller.post("/records/opportunity", Map.of("name", "x", "stage", "proposal"))
                .refused(422, "process.no_start");
        move(seller, deal, "needs_analysis").expect(200);
        move(seller, deal, "proposal").expect(200);
        move(seller, deal, "negotiation").expect(200);
        move(seller, deal, "proposal").expect(200);
        end();
        published(definition("allow", with(proposal, "required", List.of("next_step"))));
        String other = deal(Map.of());
        move(seller, other, "proposal").expect(200);
        move(seller, other, "needs_analysis").expect(200);
        move(seller, other, "proposal").refused(422, "process.required");
    }

    @Test
    void formulasAreWorkedOutBeforeGatesLook() {
        field(Map.of("name", "c_base", "type", "integer"));
        field(Map.of("name", "c_double", "type", "formula", "formula", "c_base * 2"));
        published(definition(
                "allow",
                Map.of(
                        "to",
                        "proposal",
                        "conditions",
                        List.of(Map.of(
                                "when", Map.of("field", "c_double", "op", "ge", "value", 10), "message", "太少")))));
        String deal = deal(Map.of("c_base", 1));
        change(seller, deal, Map.of("stage", "proposal", "c_base", 4)).refused(422, "process.condition");
        change(seller, deal, Map.of("stage", "proposal", "c_base", 5)).expect(200);
        deal(Map.of("stage", "proposal", "c_base", 6));
    }

    private void field(Map<String, Object> field) {
        admin.post("/meta/objects/opportunity/fields", with(field, "label", Map.of("zh-CN", field.get("name"))))
                .expect(201);
    }

    @Test
    void everyWayOfWritingMeetsTheGate() {
        published(definition("allow", AMOUNT));
        String poor = deal(Map.of());
        String rich = deal(Map.of("amount", PRICE));
        Answer written = seller.post(
                "/records/opportunity/batch",
                Map.of(
                        "atomic",
                        false,
                        "update",
                        List.of(
                                Map.of("id", poor, "version", 1, "stage", "proposal"),
                                Map.of("id", rich, "version", 1, "stage", "proposal"))));
        assertThat(written.raw()).contains("process.required");
        assertThat(stage(poor)).isEqualTo("initial_contact");
        assertThat(stage(rich)).isEqualTo("proposal");
        admin.post("/records/opportunity/" + poor + "/move_stage", Map.of("stage", "won"))
                .refused(422, "process.required");
        seller.post("/records/opportunity/" + poor + "/close_won", Map.of()).refused(422, "process.required");
    }

    @Test
    void stagesOfEveryPipelineAreValuesOfTheWay() {
        String pipeline = admin.post("/records/pipeline", Map.of("code", "service", "name", "服务"))
                .expect(201)
                .text("id");
        for (String code : List.of("asked", "answered")) {
            admin.post(
                            "/records/stage",
                            Map.of(
                                    "pipeline",
                                    pipeline,
                                    "code",
                                    code,
                                    "name",
                                    "阶段 " + code,
                                    "position",
                                    code.equals("asked") ? 1 : 2,
                                    "probability",
                                    "50"))
                    .expect(201);
        }
        published(with(
                Map.of(
                        "states",
                        List.of(state("asked"), state("answered")),
                        "gates",
                        List.of(Map.of("to", "answered", "required", List.of("next_step")))),
                "when",
                Map.of("field", "pipeline", "op", "eq", "value", "service")));
        String deal = deal(Map.of("pipeline", "service"));
        Answer refused = move(seller, deal, "answered").refused(422, "process.required");
        assertThat(refused.at("/errors/0/message").asString()).contains("阶段 answered");
    }

    @Test
    void manyRecordsAreNoMoreStatements() {
        published(definition(
                "allow",
                with(
                        with(AMOUNT, "who", Map.of("manager", true)),
                        "conditions",
                        List.of(Map.of("when", Map.of("field", "next_step", "op", "not_empty"), "message", "x")))));
        // what others do meanwhile counts as well
        assertThat(refusing(40)).isLessThan(refusing(2) + 20);
    }

    /** How many statements it takes to refuse so many moves; others work meanwhile, so the cheapest of several counts. */
    private long refusing(int count) {
        List<Map<String, Object>> moves = IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("id", deal(Map.of()), "version", 1, "stage", "proposal"))
                .toList();
        return IntStream.range(0, 6)
                .mapToLong(i -> {
                    try (RoundTrips trips = RoundTrips.counted()) {
                        seller.post("/records/opportunity/batch", Map.of("update", moves))
                                .expect(422);
                        return trips.count();
                    }
                })
                .min()
                .orElseThrow();
    }
}
