package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The turns that an approval takes: several signers, back and forth, people who are away, time that runs out. */
class ApprovalRoundTests extends ApprovalCompany {
    private String begun(Map<String, Object> terms) {
        String record = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        return record;
    }

    @Test
    void allSignOrOneRefuses() {
        String record = begun(and(people(managerId, directorId), "mode", "all"));
        approves(manager, record);
        assertThat(approval(seller, record, "pending")
                        .at("/waiting_for/0/label")
                        .asString())
                .isEqualTo("director");
        approves(director, record);
        approval(seller, record, "approved");

        String other = begun(and(people(managerId, directorId), "mode", "all"));
        does(manager, task(manager, other), "refuse", Map.of("comment", "no")).expect(200);
        approval(seller, other, "refused");
        assertThat(status(director, other)).isEqualTo("cancelled");
    }

    private String status(Api who, String record) {
        return who.post(
                        "/records/approval_task/query",
                        Map.of("filter", Map.of("field", "about", "op", "eq", "value", record)))
                .expect(200)
                .at("/items/0/status")
                .asString();
    }

    @Test
    void oneAfterAnother() {
        String record = begun(and(people(directorId, managerId), "mode", "in_order"));
        String first = task(director, record);
        assertThat(status(manager, record)).isEqualTo("later");
        does(director, first, "approve", Map.of()).expect(200);
        approves(manager, record);
        approval(seller, record, "approved");
    }

    @Test
    void aShareOfThemIsEnough() {
        RecordId third = company.person("third", "sales_manager");
        String record = begun(and(and(people(managerId, directorId, third), "mode", "percent"), "percent", 60));
        approves(manager, record);
        approval(seller, record, "pending");
        approves(director, record);
        approval(seller, record, "approved");
        assertThat(status(company.as("third"), record)).isEqualTo("cancelled");
    }

    @Test
    void itGoesBackToWhoSubmittedItAndComesOnceMore() {
        String flow =
                published("sample", BUTTON, Map.of(), ask("one", people(managerId)), ask("two", people(directorId)));
        String record = offer(Map.of("size", 1));
        submit(flow, record);
        approves(manager, record);
        does(director, task(director, record), "send_back", Map.of("comment", "reason?"))
                .expect(200);
        JsonNode back = approval(seller, record, "sent_back");
        assertThat(back.at("/yours/kind").asString()).isEqualTo("revise");
        patches(seller, record, Map.of("size", 2)).expect(200);
        asSubmitter(back, "resubmit", Map.of("comment", "now with a reason")).expect(200);
        approves(manager, record);
        approves(director, record);
        assertThat(story(approval(seller, record, "approved")))
                .containsExactly(
                        "submitted seller>",
                        "approved manager>",
                        "sent_back director>",
                        "resubmitted seller>",
                        "approved manager>",
                        "approved director>");
    }

    @Test
    void itGoesBackToAnEarlierStep() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("one", and(people(managerId), "title", "first")),
                ask("two", people(directorId)));
        String record = offer(Map.of());
        submit(flow, record);
        approves(manager, record);
        String task = task(director, record);
        does(director, task, "send_back", Map.of("comment", "no", "step", "three"))
                .refused(422, "approval.no_such_step");
        JsonNode steps = approval(director, record, "pending").at("/yours/steps");
        assertThat(steps.at("/0/name").asString()).isEqualTo("first");
        does(director, task, "send_back", Map.of("comment", "look again", "step", "one"))
                .expect(200);
        approves(manager, record);
        approves(director, record);
        approval(seller, record, "approved");
    }

    @Test
    void itIsTakenBack() {
        String record = begun(people(managerId));
        String task = task(manager, record);
        JsonNode approval = approval(seller, record, "pending");
        assertThat(approval.at("/may").toString()).isEqualTo("[\"urge\",\"withdraw\"]");
        asSubmitter(approval, "withdraw", Map.of("comment", "wrong price")).expect(200);
        approval(seller, record, "withdrawn");
        does(manager, task, "approve", Map.of()).refused(409, "approval.already_decided");
        patches(seller, record, Map.of("size", 2)).expect(200);
        asSubmitter(approval, "withdraw", Map.of()).refused(409, "approval.not_pending");
    }

    @Test
    void itIsHandedOnAndOthersAreAdded() {
        String record = begun(people(managerId));
        String task = task(manager, record);
        RecordId left = company.person("left", "sales");
        patch("/records/user/" + left, Map.of("active", false));
        does(manager, task, "hand_on", Map.of("to", left.toString())).refused(422, "approval.not_working");
        does(manager, task, "hand_on", Map.of("to", managerId.toString())).expect(409);
        does(manager, task, "hand_on", Map.of("to", sellerId.toString())).refused(409, "approval.submitted_it");
        does(manager, task, "hand_on", Map.of("to", directorId.toString(), "comment", "yours"))
                .expect(200);
        does(manager, task, "approve", Map.of()).expect(409);
        RecordId expert = company.person("expert", "sales");
        String directors = task(director, record);
        does(director, directors, "add_signer", Map.of("to", expert.toString(), "when", "before"))
                .expect(200);
        does(director, directors, "approve", Map.of()).refused(409, "approval.not_yet");
        approves(company.as("expert"), record);
        String again = task(director, record);
        RecordId legal = company.person("legal", "sales");
        does(director, again, "add_signer", Map.of("to", legal.toString(), "when", "after"))
                .expect(200);
        approval(seller, record, "pending");
        approves(company.as("legal"), record);
        assertThat(story(approval(seller, record, "approved")))
                .containsExactly(
                        "submitted seller>",
                        "handed_on manager>director",
                        "signer_added director>expert",
                        "approved expert>",
                        "signer_added director>legal",
                        "approved director>",
                        "approved legal>");
    }

    @Test
    void aFixedStepStaysWithWhoIsAsked() {
        String record = begun(and(people(managerId), "fixed", true));
        does(manager, task(manager, record), "hand_on", Map.of("to", directorId.toString()))
                .refused(409, "approval.not_to_be_handed_on");
    }

    @Test
    void whoIsAwayIsStoodInForAndWhoLeftIsFollowedByTheirManager() {
        RecordId away = company.person("away", "sales_manager");
        RecordId standIn = company.person("stand_in", "sales_manager");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        company.as("away")
                .post(
                        "/records/delegation",
                        Map.of(
                                "name",
                                "holiday",
                                "delegate",
                                standIn.toString(),
                                "starts_on",
                                today.minusDays(1).toString(),
                                "ends_on",
                                today.plusDays(2).toString()))
                .expect(201);
        String record = begun(people(away));
        approves(company.as("stand_in"), record);
        assertThat(story(approval(seller, record, "approved"))).contains("stood_in away>stand_in");

        RecordId gone = company.person("gone", "sales_manager");
        reports(gone, directorId);
        String other = offer(Map.of());
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(gone)));
        patch("/records/user/" + gone, Map.of("active", false));
        submit(flow, other);
        approves(director, other);
        approval(seller, other, "approved");
    }

    @Test
    void whoSubmitsIsNotAskedAboutTheirOwn() {
        String toBoss = begun(people(sellerId));
        approves(manager, toBoss);
        approval(seller, toBoss, "approved");
        String skips = begun(and(people(sellerId), "self", "skip"));
        assertThat(story(approval(seller, skips, "approved"))).contains("passed_by_rule seller>");
        String asks = begun(and(people(sellerId), "self", "ask"));
        approves(seller, asks);
        approval(seller, asks, "approved");
    }

    @Test
    void whereNobodyIsFoundTheRuleDecides() {
        Map<String, Object> nobody = Map.of("who", "role", "role", "finance");
        assertThat(story(approval(seller, begun(and(nobody, "nobody", "pass")), "approved")))
                .contains("passed_by_rule >");
        approval(seller, begun(and(nobody, "nobody", "refuse")), "refused");
        String record = begun(nobody);
        approves(admin, record);
        approval(seller, record, "approved");
    }

    @Test
    void whoHasNobodyAboveIsDecidedOnByTheAdministrators() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", Map.of("who", "manager")));
        String record = director.post("/records/sample", Map.of("name", "the director’s"))
                .expect(201)
                .text("id");
        director.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                .expect(200);
        approves(admin, record);
        approval(director, record, "approved");
    }

    @Test
    void itIsTakenBackBetweenTwoSteps() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("one", people(managerId)),
                Map.of("do", "wait", "input", Map.of("hours", 1)),
                ask("two", people(directorId)));
        String record = offer(Map.of());
        submit(flow, record);
        approves(manager, record);
        await().atMost(PATIENCE)
                .until(() -> approval(seller, record, "pending").at("/may").size() == 1);
        asSubmitter(approval(seller, record, "pending"), "withdraw", Map.of()).expect(200);
        assertThat(ended(flow, 1).at("/0/reason").asString()).isEqualTo("withdrawn");
        patches(seller, record, Map.of("size", 2)).expect(200);
    }

    @Test
    void whoApprovedBeforeIsNotAskedTwice() {
        String flow =
                published("sample", BUTTON, Map.of(), ask("one", people(managerId)), ask("two", people(managerId)));
        String record = offer(Map.of());
        submit(flow, record);
        approves(manager, record);
        assertThat(story(approval(seller, record, "approved")))
                .containsExactly("submitted seller>", "approved manager>", "passed_by_rule manager>");
    }

    @Test
    void whenTimeIsUpItIsRemindedOfOrGoesToTheManagerOrPasses() {
        Map<String, Object> hour = Map.of("who", "people", "people", ids(managerId), "within_hours", 1);
        String reminded = begun(hour);
        String escalated = begun(and(hour, "late", "escalate"));
        String passes = begun(and(hour, "late", "pass"));
        String refuses = begun(and(hour, "late", "refuse"));
        for (String record : List.of(reminded, escalated, passes, refuses)) {
            task(manager, record);
        }
        clock.advance(Duration.ofMinutes(61));
        approval(seller, passes, "approved");
        approval(seller, refuses, "refused");
        await().atMost(PATIENCE)
                .until(() -> story(approval(seller, reminded, "pending")).contains("reminded >manager"));
        approves(director, escalated);
        assertThat(story(approval(seller, escalated, "approved"))).contains("escalated manager>director");
        approves(manager, reminded);
        approval(seller, reminded, "approved");
    }

    @Test
    void whoeverIsConcernedIsToldAndNoLongerThanThat() {
        String record = begun(and(and(people(managerId, directorId), "title", "特价"), "copies", ids(directorId)));
        task(manager, record);
        assertThat(told(manager, record)).containsExactly("“flow of sample”等待您审批");
        assertThat(told(director, record)).contains("“flow of sample”等待您审批");
        asSubmitter(approval(seller, record, "pending"), "urge", Map.of()).expect(200);
        assertThat(told(manager, record)).containsExactly("请尽快审批“flow of sample”", "“flow of sample”等待您审批");
        approves(manager, record);
        approval(seller, record, "approved");
        assertThat(told(seller, record)).containsExactly("“flow of sample”已通过");
        assertThat(told(director, record)).contains("“flow of sample”等待您审批 ✓");
        String other = begun(and(people(managerId), "title", "特价"));
        does(manager, task(manager, other), "send_back", Map.of("comment", "?")).expect(200);
        assertThat(told(seller, other)).containsExactly("“flow of sample”被退回，请修改后重新提交");
    }

    @Test
    void urgingIsDoneNowAndThen() {
        String record = begun(people(managerId));
        task(manager, record);
        JsonNode approval = approval(seller, record, "pending");
        asSubmitter(approval, "urge", Map.of()).expect(200);
        asSubmitter(approval, "urge", Map.of()).refused(409, "approval.urged_lately");
        assertThat(story(approval(seller, record, "pending"))).endsWith("urged seller>manager");
    }

    @Test
    void copiesAreRead() {
        String record = begun(and(people(managerId), "copies", ids(directorId)));
        approves(manager, record);
        approval(seller, record, "approved");
        JsonNode copy = director.post(
                        "/records/approval_task/query",
                        Map.of("filter", Map.of("field", "kind", "op", "eq", "value", "copy")))
                .expect(200)
                .at("/items/0");
        assertThat(copy.at("/status").asString()).isEqualTo("pending");
        does(director, copy.at("/id").asString(), "approve", Map.of()).expect(409);
        does(director, copy.at("/id").asString(), "see", Map.of()).expect(200);
        assertThat(status(director, record)).isEqualTo("done");
    }

    @Test
    void withItsFlowItEnds() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String record = offer(Map.of());
        submit(flow, record);
        task(manager, record);
        admin.post("/records/flow/" + flow + "/stop", Map.of()).expect(200);
        assertThat(story(approval(seller, record, "withdrawn"))).endsWith("ended >");
        assertThat(status(manager, record)).isEqualTo("cancelled");
        patches(seller, record, Map.of("size", 2)).expect(200);
    }

    @Test
    void whoSubmitsChooses() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", Map.of("who", "chosen")));
        String record = offer(Map.of());
        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                .refused(422, "flow.choose_approvers");
        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(record), "approvers", ids(directorId)))
                .expect(200);
        approves(director, record);
        approval(seller, record, "approved");
    }

    @Test
    void termsThatNobodyCanGoByAreRefused() {
        List<Object> steps = List.of(
                ask("a", Map.of("who", "people")),
                ask("b", Map.of("who", "role", "role", "nobody_has_it")),
                ask("c", Map.of("who", "field", "field", "size")),
                ask("d", Map.of("who", "manager", "level", 0)),
                ask("e", and(people(managerId), "late", "pass")),
                ask("f", and(people(managerId), "content", List.of("nothing"))));
        JsonNode errors = drawn("sample", BUTTON, Map.of(), steps).expect(422).at("/errors");
        assertThat(errors.valueStream()
                        .map(error -> error.at("/field").asString() + " "
                                + error.at("/code").asString()))
                .containsExactlyInAnyOrder(
                        "steps[0].input.people approval.no_people",
                        "steps[1].input.role approval.no_role",
                        "steps[2].input.field approval.no_person_field",
                        "steps[3].input.level approval.level_out_of_range",
                        "steps[4].input.within_days approval.limit_needed",
                        "steps[5].input.content flow.unknown_field");
    }

    @Test
    void aTrialTellsWhomItWouldAskAndAsksNobody() {
        String flow = drawn("sample", BUTTON, Map.of(), List.of(ask("a", people(managerId))))
                .text("id");
        String record = offer(Map.of());
        JsonNode outlook = admin.post("/flows/" + flow + "/trial", Map.of("record", record))
                .expect(200)
                .body();
        assertThat(outlook.at("/state").asString()).isEqualTo("running");
        assertThat(outlook.at("/steps/0/outcome").asString()).isEqualTo("asked");
        assertThat(outlook.at("/steps/0/detail").asString()).isEqualTo("manager");
        assertThat(seller.get("/approvals?object=sample&record=" + record)
                        .at("/items")
                        .size())
                .isZero();
    }
}
