package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is won or lost counts as that until somebody says that it goes on. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedDealsTests {
    @Autowired
    TestTenants tenants;

    private Api admin;
    private Api seller;

    @BeforeAll
    void company() {
        TestTenant tenant = tenants.fresh();
        admin = tenant.admin();
        tenant.person("seller", "sales");
        seller = tenant.as("seller");
    }

    private static List<String> deals(Api by, int count) {
        return Bulk.made(by, "opportunity", count, i -> Map.of("name", "商机" + i, "amount", 100));
    }

    private Answer changed(String path, Map<String, Object> values) {
        seller.header("If-Match", seller.get(path).expect(200).header("ETag"));
        Answer answer = seller.patch(path, values);
        seller.without("If-Match");
        return answer;
    }

    @Test
    void noMoveReopensAClosedDealInSilence() {
        String path = "/records/opportunity/" + deals(seller, 1).getFirst();
        seller.post(path + "/close_won", Map.of()).expect(200);

        seller.post(path + "/move_stage", Map.of("stage", "proposal")).refused(409, "opportunity.already_closed");
        changed(path, Map.of("stage", "proposal")).refused(409, "opportunity.already_closed");
        changed(path, Map.of("stage", "lost", "loss_reason", "price")).refused(409, "opportunity.already_closed");
        assertThat(changed(path, Map.of("stage", "won", "name", "改名"))
                        .expect(200)
                        .text("status"))
                .isEqualTo("won");
        assertThat(seller.post(path + "/reopen", Map.of("stage", "proposal"))
                        .expect(200)
                        .text("status"))
                .isEqualTo("open");
        seller.post(path + "/move_stage", Map.of("stage", "negotiation")).expect(200);
    }

    @Test
    void closingManyIsTakenBack() throws InterruptedException {
        List<String> deals = deals(seller, 3);
        Answer done = Bulk.ids("opportunity", deals).verb("close_won", Map.of()).done(seller);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(3);

        Answer undone = Bulk.undone(seller, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(3);
        for (String deal : deals) {
            Answer now = seller.get("/records/opportunity/" + deal).expect(200);
            assertThat(now.text("status")).isEqualTo("open");
            assertThat(now.text("stage")).isEqualTo("initial_contact");
            assertThat(now.at("closed_at").isNull()).isTrue();
        }
    }

    @Test
    void theFileOfAnAdministratorHasTheLastWord() throws InterruptedException {
        admin.post("/records/opportunity", Map.of("name", "旧系统的商机", "external_id", "D-1"))
                .expect(201);
        for (String stage : List.of("won", "proposal")) {
            Answer done = Upload.of("opportunity", "external_id,stage\nD-1,%s\n".formatted(stage))
                    .with("mode", "update")
                    .with("match", "external_id")
                    .done(admin);
            assertThat(done.at("/updated").asInt()).as(done.raw()).isEqualTo(1);
        }
    }

    private String stage(String code) {
        return admin.get("/records/stage?limit=100")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/code").asString().equals(code))
                .map(item -> item.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noUndoClosesADealWhoseStageMeansElseNow() throws InterruptedException {
        String into = admin.get("/records/stage/" + stage("won")).expect(200).text("/pipeline/id");
        String trial = admin.post(
                        "/records/stage",
                        Map.of("pipeline", into, "name", "试用", "code", "trial", "position", 3, "probability", 30))
                .expect(201)
                .text("id");
        List<String> deals = Bulk.made(admin, "opportunity", 2, i -> Map.of("name", "试用" + i, "stage", "trial"));
        Answer done = Bulk.ids("opportunity", deals)
                .verb("move_stage", Map.of("stage", "proposal"))
                .done(admin);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(2);
        admin.header("If-Match", admin.get("/records/stage/" + trial).header("ETag"));
        admin.patch("/records/stage/" + trial, Map.of("status", "won")).expect(200);
        admin.without("If-Match");

        Answer undone = Bulk.undone(admin, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.text("/undo/left/0/reason")).contains("已改为其他结果");
        for (String deal : deals) {
            Answer now = admin.get("/records/opportunity/" + deal).expect(200);
            assertThat(now.text("status")).isEqualTo("open");
            assertThat(now.text("stage")).isEqualTo("proposal");
        }
    }

    @Test
    void whatWasWonIsWonOnTheSameDayAgain() throws InterruptedException {
        List<String> deals = deals(seller, 1);
        String path = "/records/opportunity/" + deals.getFirst();
        Answer won = seller.post(path + "/close_won", Map.of()).expect(200);
        Answer done = Bulk.ids("opportunity", deals).verb("reopen", Map.of()).done(seller);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);

        Answer undone = Bulk.undone(seller, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(1);
        Answer now = seller.get(path).expect(200);
        for (String field : List.of("status", "stage", "closed_at", "stage_entered_at", "probability")) {
            assertThat(now.text(field)).as(field).isEqualTo(won.text(field));
        }
    }
}
