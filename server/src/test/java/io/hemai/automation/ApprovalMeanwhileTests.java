package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** While people are asked others leave, and records become one. */
class ApprovalMeanwhileTests extends ApprovalCompany {
    private String begun(Map<String, Object> terms) {
        String record = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        return record;
    }

    @Test
    void whoLeavesWhileTheyAreAskedIsFollowed() {
        RecordId first = company.person("leaver_one", "sales_manager");
        RecordId second = company.person("leaver_two", "sales_manager");
        reports(first, directorId);
        reports(second, managerId);
        String record = begun(and(people(first, second), "mode", "in_order"));
        String task = task(company.as("leaver_one"), record);
        patch("/records/user/" + second, Map.of("active", false));
        patch("/records/user/" + first, Map.of("active", false));
        approves(director, record);
        approves(manager, record);
        assertThat(story(approval(seller, record, "approved")))
                .containsSubsequence("took_over leaver_one>director", "approved director>", "approved manager>")
                .contains("took_over leaver_two>manager");
        assertThat(admin.get("/records/approval_task/" + task).raw()).doesNotContain("\"pending\"");
    }

    @Test
    void whoFollowsTheSubmitterTakesItBack() {
        RecordId third = company.person("leaver_three", "sales");
        reports(third, managerId);
        Api leaver = company.as("leaver_three");
        String record = leaver.post("/records/sample", Map.of("name", "an offer"))
                .expect(201)
                .text("id");
        String flow = published("sample", BUTTON, Map.of(), ask("a", people(directorId)));
        leaver.post("/flows/" + flow + "/runs", Map.of("records", List.of(record)))
                .expect(200);
        task(director, record);
        JsonNode approval = approval(director, record, "pending");
        String withdraw = "/records/approval/" + approval.at("/id").asString() + "/withdraw";
        manager.post(withdraw, Map.of()).expect(404);
        patch("/records/user/" + third, Map.of("active", false));
        await().atMost(PATIENCE)
                .until(() -> story(approval(director, record, "pending")).contains("took_over leaver_three>manager"));
        manager.post(withdraw, Map.of()).expect(200);
        approval(director, record, "withdrawn");
    }

    @Test
    void nothingIsMergedWhileItIsDecidedOn() {
        String flow = published("account", BUTTON, Map.of(), ask("a", people(managerId)));
        String kept = account("华东精密");
        String asked = account("华东精密机械");
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(asked)))
                .expect(200);
        String story = "/approvals?object=account&record=";
        await().atMost(PATIENCE)
                .until(() -> !manager.get(story + asked).at("/items/0/yours/id").isMissingNode());
        admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(asked)))
                .refused(409, "approval.locked");
        String task = manager.get(story + asked).at("/items/0/yours/id").asString();
        does(manager, task, "approve", Map.of()).expect(200);
        await().atMost(PATIENCE)
                .until(() -> admin.get(story + asked)
                        .at("/items/0/status")
                        .asString("")
                        .equals("approved"));
        admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(asked)))
                .expect(200);
        assertThat(admin.get(story + kept).expect(200).at("/items/0/status").asString())
                .isEqualTo("approved");
    }

    private String account(String name) {
        return admin.post("/records/account?duplicates=allow", Map.of("name", name))
                .expect(201)
                .text("id");
    }
}
