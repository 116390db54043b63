package io.hemai.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens by itself on the way, and whom a gate asks. */
class OnTheWayTests extends ProcessCompany {
    private static final Map<String, Object> ASK =
            Map.of("id", "asks", "to", "contract_review", "approval", Map.of("who", "manager"));

    private static List<String> about(Api who, String object, String field, String deal) {
        return who.post(
                        "/records/" + object + "/query",
                        Map.of("filter", Map.of("field", "about", "op", "eq", "value", deal)))
                .expect(200)
                .at("/items")
                .findValuesAsString(field);
    }

    private JsonNode approval(String deal) {
        return admin.get("/approvals?object=opportunity&record=" + deal)
                .expect(200)
                .at("/items/0");
    }

    private String awaited(String deal, Api who) {
        String path = "/approvals?object=opportunity&record=" + deal;
        await().atMost(PATIENCE)
                .until(() -> !who.get(path).at("/items/0/yours/id").isMissingNode());
        return who.get(path).at("/items/0/yours/id").asString();
    }

    @Test
    void whoComesToAStageFindsItsTasks() {
        published(Map.of(
                "states",
                List.of(
                        state("initial_contact"),
                        with(
                                state("proposal"),
                                "steps",
                                List.of(Map.of("do", "task", "input", Map.of("subject", "准备报价单")))))));
        String deal = deal(Map.of());
        move(seller, deal, "proposal").expect(200);
        await().atMost(PATIENCE)
                .until(() -> about(seller, "task", "subject", deal).equals(List.of("准备报价单")));
    }

    @Test
    void whoStaysTooLongIsToldAndThenTheManagerIs() {
        published(Map.of(
                "states",
                List.of(
                        state("initial_contact"),
                        with(state("proposal"), "stay", Map.of("hours", 2, "then_hours", 1)),
                        state("negotiation"))));
        String stays = deal(Map.of("stage", "proposal"));
        String leaves = deal(Map.of("stage", "proposal"));
        awaitFlows(2);
        pass(Duration.ofHours(1));
        move(seller, leaves, "negotiation").expect(200);
        pass(Duration.ofHours(1).plusMinutes(1));
        await().atMost(PATIENCE)
                .until(() -> about(seller, "notification", "name", stays).size() == 1);
        assertThat(about(seller, "notification", "name", stays).getFirst()).contains("a deal", "方案/报价");
        assertThat(about(manager, "notification", "name", stays)).isEmpty();
        pass(Duration.ofHours(1).plusMinutes(1));
        await().atMost(PATIENCE)
                .until(() -> about(manager, "notification", "name", stays).size() == 1);
        assertThat(about(seller, "notification", "name", leaves)).isEmpty();
    }

    /** Until so many runs wait for their records to leave. */
    private void awaitFlows(int count) {
        Map<String, Object> stays =
                Map.of("filter", Map.of("field", "name", "op", "eq", "value", "deals · 方案/报价 · 停留提醒"));
        await().atMost(PATIENCE).until(() -> {
            int waiting = 0;
            for (JsonNode flow :
                    admin.post("/records/flow/query", stays).expect(200).at("/items")) {
                String runs = "/flows/" + flow.at("/id").asString() + "/runs";
                for (JsonNode run :
                        admin.get(runs + "?state=running").expect(200).at("/items")) {
                    waiting += admin.get(runs + "/" + run.at("/id").asString())
                            .at("/steps")
                            .size();
                }
            }
            return waiting == count;
        });
    }

    @Test
    void aMoveThatNeedsAnApprovalIsMadeOnceItIsGiven() {
        published(definition("allow", ASK));
        String deal = deal(Map.of());
        move(seller, deal, "contract_review").refused(422, "process.needs_approval");
        move(seller, deal, "won").refused(422, "process.skips_approval");
        assertThat(to(at(seller, deal), "contract_review")
                        .at("/approval/pending")
                        .asBoolean())
                .isFalse();
        ask(seller, deal, "contract_review").expect(200);
        String task = awaited(deal, manager);
        assertThat(to(at(seller, deal), "contract_review")
                        .at("/approval/pending")
                        .asBoolean())
                .isTrue();
        ask(seller, deal, "contract_review").expect(409);
        manager.post("/records/approval_task/" + task + "/approve", Map.of()).expect(200);
        await().atMost(PATIENCE).until(() -> stage(deal).equals("contract_review"));
        await().atMost(PATIENCE)
                .until(() -> approval(deal).at("/status").asString().equals("approved"));
        assertThat(approval(deal).at("/title").asString()).isEqualTo("进入“合同审批”");
        move(seller, deal, "won").expect(200);
    }

    @Test
    void aMoveThatIsRefusedIsNotMadeAndCanBeAskedForAgain() {
        published(definition("allow", ASK));
        String deal = deal(Map.of());
        ask(seller, deal, "contract_review").expect(200);
        manager.post("/records/approval_task/" + awaited(deal, manager) + "/refuse", Map.of("comment", "价格太低"))
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> approval(deal).at("/status").asString().equals("refused"));
        assertThat(stage(deal)).isEqualTo("initial_contact");
        move(seller, deal, "contract_review").refused(422, "process.needs_approval");
        ask(seller, deal, "contract_review").expect(200);
        awaited(deal, manager);
    }

    @Test
    void whoAsksHasDoneEverythingElse() {
        published(definition("allow", with(ASK, "required", List.of("amount"))));
        String deal = deal(Map.of());
        ask(seller, deal, "contract_review").refused(422, "process.required");
        ask(seller, deal, "negotiation").refused(409, "process.no_approval");
        ask(seller, deal, "initial_contact").expect(400);
        Api reader = company.having("asks", Map.of("opportunity", Map.of("read", "all")), Map.of());
        ask(reader, deal, "contract_review").expect(404);
    }

    @Test
    void anApprovalOfSomethingElseOpensNoGate() {
        published(definition("allow", ASK));
        Map<String, Object> trigger = Map.of("kind", "button");
        List<Object> steps = List.of(
                Map.of("id", "a", "do", "approval", "input", Map.of("who", "manager")),
                Map.of("do", "update", "input", Map.of("set", Map.of("stage", "contract_review"))));
        String flow = admin.post(
                        "/records/flow",
                        Map.of(
                                "name", "another way",
                                "object", "opportunity",
                                "definition", Map.of("trigger", trigger, "steps", steps)))
                .expect(201)
                .text("id");
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
        String deal = deal(Map.of());
        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(deal)))
                .expect(200);
        manager.post("/records/approval_task/" + awaited(deal, manager) + "/approve", Map.of())
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> admin.get("/flows/" + flow + "/runs")
                        .at("/items/0/reason")
                        .asString("")
                        .contains("进入“合同审批”需要审批"));
        assertThat(stage(deal)).isEqualTo("initial_contact");
        admin.post("/records/flow/" + flow + "/stop", Map.of()).expect(200);
    }

    @Test
    void flowsOfAProcessAreNobodyElses() {
        String process = published(definition("allow", ASK));
        JsonNode flows = admin.post(
                        "/records/flow/query",
                        Map.of("filter", Map.of("field", "name", "op", "eq", "value", "deals · 进入“合同审批”")))
                .expect(200)
                .at("/items");
        JsonNode flow = flows.valueStream()
                .filter(each -> each.at("/status").asString().equals("active"))
                .findFirst()
                .orElseThrow();
        String id = flow.at("/id").asString();
        patch(admin, "/records/flow/" + id, Map.of("name", "mine")).refused(422, "flow.given");
        seller.post("/flows/" + id + "/runs", Map.of("records", List.of(deal(Map.of()))))
                .expect(404);
        assertThat(seller.get("/flows/buttons?object=opportunity").at("/items").findValuesAsString("id"))
                .doesNotContain(id);
        admin.post("/records/process/" + process + "/pause", Map.of()).expect(200);
        assertThat(admin.get("/records/flow/" + id).text("status")).isEqualTo("paused");
        patch(admin, "/records/process/" + process, Map.of("definition", definition("allow")))
                .expect(200);
        admin.post("/records/process/" + process + "/publish", Map.of()).expect(200);
        assertThat(admin.get("/records/flow/" + id).text("status")).isEqualTo("stopped");
    }

    @Test
    void whoAsksTwiceAsksOnce() {
        published(definition("allow", ASK));
        String deal = deal(Map.of());
        ask(seller, deal, "contract_review").expect(200);
        ask(seller, deal, "contract_review").expect(409);
        awaited(deal, manager);
        assertThat(admin.get("/approvals?object=opportunity&record=" + deal).at("/items"))
                .hasSize(1);
    }

    @Test
    void peopleAreNotAskedForWhatWouldBeRefusedAfterwards() {
        published(definition("allow", Map.of("id", "loses", "to", "lost", "approval", Map.of("who", "manager"))));
        String deal = deal(Map.of());
        ask(seller, deal, "lost").refused(422, "opportunity.loss_reason_required");
        assertThat(stage(deal)).isEqualTo("initial_contact");
        assertThat(admin.get("/approvals?object=opportunity&record=" + deal).at("/items"))
                .isEmpty();
    }

    @Test
    void whatWaitsForADeletedProcessGoesOnWithout() {
        String process = published(definition("allow", ASK));
        String deal = deal(Map.of());
        ask(seller, deal, "contract_review").expect(200);
        awaited(deal, manager);
        admin.post("/records/process/" + process + "/pause", Map.of()).expect(200);
        change(seller, deal, Map.of("next_step", "x")).refused(409, "approval.locked");
        delete(process).expect(204);
        await().atMost(PATIENCE)
                .until(() -> approval(deal).at("/status").asString().equals("withdrawn"));
        change(seller, deal, Map.of("next_step", "x")).expect(200);
    }
}
