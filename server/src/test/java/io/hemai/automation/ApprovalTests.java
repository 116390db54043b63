package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How something is approved, from submitting it to the last signature. */
class ApprovalTests extends ApprovalCompany {
    @Test
    void overTheFirstLimitTheManagerDecidesOverTheSecondTheDirectorAsWell() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of("field", "size", "op", "gt", "value", 15),
                ask("manager", Map.of("who", "manager", "title", "经理审批", "within_days", 1)),
                Map.of(
                        "do",
                        "branch",
                        "ways",
                        List.of(way(
                                "over 25",
                                Map.of("field", "size", "op", "gt", "value", 25),
                                ask("director", Map.of("who", "manager", "level", 2, "title", "总监审批"))))),
                update(Map.of("note", "agreed")));
        String small = offer(Map.of("size", 20));
        submit(flow, small);
        approves(manager, small);
        JsonNode one = approval(seller, small, "approved");
        assertThat(story(one)).containsExactly("submitted seller>", "approved manager>");
        await().atMost(PATIENCE)
                .until(() -> seller.get("/records/sample/" + small).text("note").equals("agreed"));
        assertThat(one.at("/title").asString()).isEqualTo("flow of sample");
        assertThat(one.at("/acts/1/step").asString()).isEqualTo("经理审批");

        String large = offer(Map.of("size", 30));
        submit(flow, large);
        JsonNode asked = approval(seller, large, "pending");
        assertThat(asked.at("/waiting_for/0/label").asString()).isEqualTo("manager");
        assertThat(asked.at("/due_at").isNull()).isFalse();
        approves(manager, large);
        String second = task(director, large);
        assertThat(approval(seller, large, "pending").at("/step").asString()).isEqualTo("总监审批");
        does(director, second, "approve", Map.of("comment", "可以")).expect(200);
        JsonNode two = approval(seller, large, "approved");
        assertThat(story(two)).containsExactly("submitted seller>", "approved manager>", "approved director>");
        assertThat(two.at("/acts/2/comment").asString()).isEqualTo("可以");
        assertThat(ended(flow, 2).valueStream().map(run -> run.at("/state").asString()))
                .containsOnly("done");
    }

    @Test
    void whatIsRefusedEndsOrTakesTheWayForThat() {
        String ends = published("sample", BUTTON, Map.of(), ask("a", Map.of("who", "manager")));
        String record = offer(Map.of());
        submit(ends, record);
        String task = task(manager, record);
        does(manager, task, "refuse", Map.of()).refused(422, "approval.reason_needed");
        does(manager, task, "refuse", Map.of("comment", "too cheap")).expect(200);
        assertThat(story(approval(seller, record, "refused"))).endsWith("refused manager>");
        assertThat(ended(ends, 1).at("/0/reason").asString()).isEqualTo("refused");

        String goesOn = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("a", Map.of("who", "manager"), update(Map.of("note", "refused"))),
                update(Map.of("code", "agreed")));
        String other = offer(Map.of());
        submit(goesOn, other);
        does(manager, task(manager, other), "refuse", Map.of("comment", "no")).expect(200);
        await().atMost(PATIENCE)
                .until(() -> seller.get("/records/sample/" + other).text("note").equals("refused"));
        approval(seller, other, "refused");
        assertThat(ended(goesOn, 1).at("/0/state").asString()).isEqualTo("done");
        assertThat(seller.get("/records/sample/" + other).at("/code").isNull()).isTrue();
    }

    @Test
    void whatChangedAfterTheApprovalDoesNotGoOnByIt() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("a", people(managerId)),
                Map.of("do", "wait", "input", Map.of("hours", 1)),
                update(Map.of("note", "agreed")));
        String record = offer(Map.of("size", 1));
        submit(flow, record);
        approves(manager, record);
        approval(seller, record, "approved");
        patches(seller, record, Map.of("size", 9)).expect(200);
        approval(seller, record, "voided");
        assertThat(ended(flow, 1).at("/0/reason").asString()).isEqualTo("voided");
        assertThat(seller.get("/records/sample/" + record).at("/note").isNull()).isTrue();
    }

    @Test
    void anotherFlowWaitsForWhatIsLocked() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String other = published("sample", BUTTON, Map.of(), update(Map.of("note", "later")));
        String record = offer(Map.of());
        submit(flow, record);
        task(manager, record);
        submit(other, record);
        approves(manager, record);
        approval(seller, record, "approved");
        clock.advance(java.time.Duration.ofMinutes(6));
        assertThat(ended(other, 1).at("/0/state").asString()).isEqualTo("done");
    }

    @Test
    void nothingIsAskedTwiceAtATime() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String record = offer(Map.of());
        submit(flow, record);
        task(manager, record);
        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                .refused(409, "approval.locked");
    }

    @Test
    void onlyWhoDecidesIsToldTheFingerprint() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String record = offer(Map.of());
        submit(flow, record);
        task(manager, record);
        assertThat(approval(manager, record, "pending").at("/content").asString())
                .hasSize(64);
        assertThat(approval(seller, record, "pending").at("/content").isNull()).isTrue();
    }

    @Test
    void meanwhileNobodyChangesItNorDeletesIt() {
        String flow = published(
                "sample",
                BUTTON,
                Map.of(),
                ask("a", and(people(managerId), "editable", List.of("code"))),
                update(Map.of("note", "by the flow")));
        String record = offer(Map.of("size", 1));
        submit(flow, record);
        String task = task(manager, record);
        patches(seller, record, Map.of("size", 2)).refused(409, "approval.locked");
        patches(admin, record, Map.of("size", 2)).refused(409, "approval.locked");
        admin.header("If-Match", admin.get("/records/sample/" + record).header("ETag"))
                .delete("/records/sample/" + record)
                .refused(409, "approval.locked");
        admin.without("If-Match");
        patches(admin, record, Map.of("code", "not mine")).refused(409, "approval.locked");
        company.admin()
                .post(
                        "/records/sample/" + record + "/share",
                        Map.of("with", List.of(Map.of("user", managerId.toString())), "level", "write"))
                .expect(200);
        patches(manager, record, Map.of("code", "mine")).expect(200);
        does(manager, task, "approve", Map.of()).expect(200);
        approval(seller, record, "approved");
        await().atMost(PATIENCE)
                .until(() ->
                        seller.get("/records/sample/" + record).text("note").equals("by the flow"));
        assertThat(approval(seller, record, "approved").at("/status").asString())
                .isEqualTo("approved");
        patches(seller, record, Map.of("size", 3)).expect(200);
        assertThat(story(approval(seller, record, "voided"))).endsWith("voided >");
    }

    @Test
    void onlyTheFieldsThatAreApprovedAreLocked() {
        String flow =
                published("sample", BUTTON, Map.of(), ask("a", and(people(managerId), "content", List.of("size"))));
        String record = offer(Map.of("size", 1));
        submit(flow, record);
        task(manager, record);
        patches(seller, record, Map.of("note", "called them")).expect(200);
        patches(seller, record, Map.of("size", 2)).expect(409);
        approves(manager, record);
        approval(seller, record, "approved");
        patches(seller, record, Map.of("note", "called again")).expect(200);
        approval(seller, record, "approved");
        patches(seller, record, Map.of("size", 2)).expect(200);
        approval(seller, record, "voided");
    }

    @Test
    void whoIsAskedMayReadWhatItIsAboutAndNobodyElse() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(company.person("auditor", "sales"))));
        String record = offer(Map.of());
        String path = "/approvals?object=sample&record=" + record;
        company.as("auditor").get("/records/sample/" + record).expect(404);
        submit(flow, record);
        approves(company.as("auditor"), record);
        company.as("auditor").get("/records/sample/" + record).expect(200);
        company.as("stranger", "sales").get(path).expect(404);
        company.as("stranger")
                .get("/records/approval_task")
                .expect(200)
                .body()
                .at("/items")
                .forEach(item -> assertThat(item).isNull());
    }

    @Test
    void theWrongPersonDecidesNothing() {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId)));
        String record = offer(Map.of());
        submit(flow, record);
        String task = task(manager, record);
        does(seller, task, "approve", Map.of()).expect(404);
        does(director, task, "approve", Map.of()).expect(404);
        does(admin, task, "approve", Map.of()).expect(404);
        manager.post("/records/approval_task", Map.of("name", "mine")).expect(403);
        patchTask(task).expect(403);
        manager.post(
                        "/records/approval/"
                                + approval(manager, record, "pending").at("/id").asString() + "/withdraw",
                        Map.of())
                .expect(404);
        approval(seller, record, "pending");
    }

    private Answer patchTask(String task) {
        String version = manager.get("/records/approval_task/" + task).header("ETag");
        Answer answer = manager.header("If-Match", version)
                .patch("/records/approval_task/" + task, Map.of("status", "approved"));
        manager.without("If-Match");
        return answer;
    }

    @Test
    void ofTwoDecisionsInTheSameMomentOneCounts() throws Exception {
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(managerId, directorId)));
        String record = offer(Map.of());
        submit(flow, record);
        String first = task(manager, record);
        String second = task(director, record);
        List<Callable<Integer>> both = List.of(
                () -> does(company.as("manager"), first, "approve", Map.of()).status(),
                () -> does(company.as("director"), second, "refuse", Map.of("comment", "no"))
                        .status());
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(both).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(200, 409);
        await().atMost(PATIENCE)
                .until(() -> !seller.get("/approvals?object=sample&record=" + record)
                        .at("/items/0/status")
                        .asString()
                        .equals("pending"));
        assertThat(story(seller.get("/approvals?object=sample&record=" + record).at("/items/0")))
                .hasSize(2);
    }

    @Test
    void whoLookedAtSomethingElseIsAskedToLookAgain() {
        String flow = published(
                "sample", BUTTON, Map.of(), ask("a", and(people(managerId, directorId), "editable", List.of("code"))));
        String record = offer(Map.of());
        submit(flow, record);
        String task = task(manager, record);
        String seen = approval(manager, record, "pending").at("/content").asString();
        company.admin()
                .post(
                        "/records/sample/" + record + "/share",
                        Map.of("with", List.of(Map.of("user", directorId.toString())), "level", "write"))
                .expect(200);
        task(director, record);
        patches(director, record, Map.of("code", "changed")).expect(200);
        does(manager, task, "approve", Map.of("content", seen)).refused(409, "approval.content_changed");
        String now = approval(manager, record, "pending").at("/content").asString();
        does(manager, task, "approve", Map.of("content", now)).expect(200);
    }
}
