package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class StageInUseTests {
    @Autowired
    TestTenants tenants;

    private Api admin;
    private String proposal;

    @BeforeEach
    void aDealInItsStage() {
        admin = tenants.fresh().admin();
        admin.post("/records/opportunity", Map.of("name", "设备采购", "stage", "proposal"))
                .expect(201);
        proposal = stage("proposal");
    }

    private String stage(String code) {
        return admin.get("/records/stage")
                .expect(200)
                .at("items")
                .valueStream()
                .filter(item -> item.at("/code").asString().equals(code))
                .map(item -> item.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private Answer patched(String id, Map<String, Object> values) {
        return standing("/records/stage/" + id).patch("/records/stage/" + id, values);
    }

    private Answer deleted(String path) {
        return standing(path).delete(path);
    }

    private String deal(Map<String, Object> values) {
        return admin.post("/records/opportunity?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private Answer restored(String object, String id) {
        return admin.without("If-Match").post("/records/" + object + "/" + id + "/restore", Map.of());
    }

    private Api standing(String path) {
        return admin.header("If-Match", admin.get(path).expect(200).header("ETag"));
    }

    @Test
    void aStageWithDealsStaysAndKeepsItsMeaning() {
        Answer refused = deleted("/records/stage/" + proposal).refused(409, "stage.in_use");
        assertThat(refused.raw()).contains("方案/报价").contains("1 个商机");
        patched(proposal, Map.of("status", "won")).refused(409, "stage.in_use");
        patched(proposal, Map.of("probability", "0.55")).expect(200);
    }

    @Test
    void theWayOfDealsStaysToo() {
        String pipeline = admin.get("/records/stage/" + proposal).text("/pipeline/id");
        deleted("/records/pipeline/" + pipeline).refused(409, "stage.in_use");
        assertThat(admin.get("/records/stage").expect(200).at("items").size()).isEqualTo(7);
    }

    @Test
    void anEmptyStageGoes() {
        deleted("/records/stage/" + stage("negotiation")).expect(204);
    }

    @Test
    void aDealThatComesBackStandsInAStage() {
        String deal = deal(Map.of("name", "谈判中的商机", "stage", "negotiation", "amount", 100));
        deleted("/records/opportunity/" + deal).expect(204);
        deleted("/records/stage/" + stage("negotiation")).expect(204);

        restored("opportunity", deal).expect(200);

        Answer back = admin.get("/records/opportunity/" + deal).expect(200);
        assertThat(back.text("stage")).isEqualTo("initial_contact");
        assertThat(back.text("status")).isEqualTo("open");
        assertThat(back.text("probability")).isEqualTo("10");
        assertThat(admin.get("/records/opportunity/" + deal + "/history")
                        .expect(200)
                        .text("/items/0/why"))
                .isEqualTo("原阶段已不存在");
        admin.post("/records/opportunity/" + deal + "/close_won", Map.of()).expect(200);
    }

    @Test
    void aDealThatComesBackIsWhatItWas() {
        String open = deal(Map.of("name", "谈判中的商机", "stage", "negotiation"));
        String won = deal(Map.of("name", "赢下的商机", "stage", "won"));
        String closed = admin.get("/records/opportunity/" + won).expect(200).text("closed_at");
        for (String deal : List.of(open, won)) {
            deleted("/records/opportunity/" + deal).expect(204);
        }
        patched(stage("negotiation"), Map.of("status", "won")).expect(200);
        deleted("/records/stage/" + stage("won")).expect(204);

        restored("opportunity", open).expect(200);
        restored("opportunity", won).expect(200);

        Answer going = admin.get("/records/opportunity/" + open).expect(200);
        assertThat(going.text("status")).isEqualTo("open");
        assertThat(going.text("stage")).isEqualTo("initial_contact");
        Answer ended = admin.get("/records/opportunity/" + won).expect(200);
        assertThat(ended.text("status")).isEqualTo("won");
        assertThat(ended.text("stage")).isEqualTo("negotiation");
        assertThat(ended.text("closed_at")).isEqualTo(closed);
    }

    @Test
    void aDealWithoutAPlaceWaitsForOne() {
        String deal = deal(Map.of("name", "输掉的商机", "stage", "lost", "loss_reason", "price"));
        deleted("/records/opportunity/" + deal).expect(204);
        String lost = stage("lost");
        deleted("/records/stage/" + lost).expect(204);

        assertThat(restored("opportunity", deal)
                        .refused(409, "opportunity.stage_gone")
                        .raw())
                .contains("default / lost");
        restored("stage", lost).expect(200);
        restored("opportunity", deal).expect(200);
        assertThat(admin.get("/records/opportunity/" + deal).expect(200).text("stage"))
                .isEqualTo("lost");
    }

    private Answer made(String code) {
        return admin.without("If-Match")
                .post(
                        "/records/stage",
                        Map.of(
                                "pipeline",
                                admin.get("/records/stage/" + proposal).text("/pipeline/id"),
                                "name",
                                "新阶段",
                                "code",
                                code,
                                "position",
                                9,
                                "probability",
                                30));
    }

    @Test
    void aCodeMeansOneStageOfItsPipeline() {
        assertThat(made("Proposal").refused(422, "stage.code_taken").raw()).contains("Proposal");
        made("trial").expect(201);
        deleted("/records/stage/" + stage("trial")).expect(204);
        made("trial").expect(201);
    }

    @Test
    void aStageThatComesBackFindsItsCodeTaken() {
        String old = made("trial").expect(201).text("id");
        deleted("/records/stage/" + old).expect(204);
        made("trial").expect(201);
        restored("stage", old).refused(409, "record.not_unique");
    }

    @Test
    void dealsInAPipelineThatIsNotActiveGoOn() {
        String pipeline = admin.get("/records/stage/" + proposal).text("/pipeline/id");
        standing("/records/pipeline/" + pipeline)
                .patch("/records/pipeline/" + pipeline, Map.of("active", false))
                .expect(200);
        admin.without("If-Match");

        admin.post("/records/opportunity", Map.of("name", "新商机")).refused(422, "opportunity.pipeline_inactive");
        String deal = admin.get("/records/opportunity").expect(200).text("/items/0/id");
        assertThat(admin.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "negotiation"))
                        .expect(200)
                        .text("stage"))
                .isEqualTo("negotiation");
        deleted("/records/opportunity/" + deal).expect(204);
        restored("opportunity", deal).expect(200);
    }

    @Test
    void dealsInAStageThatIsNotActiveStayUntilTheyMove() {
        patched(proposal, Map.of("active", false)).expect(200);
        admin.without("If-Match");
        admin.post("/records/opportunity", Map.of("name", "新商机", "stage", "proposal"))
                .refused(422, "opportunity.unknown_stage");
        String deal = admin.get("/records/opportunity").expect(200).text("/items/0/id");
        deleted("/records/opportunity/" + deal).expect(204);
        restored("opportunity", deal).expect(200);
        assertThat(admin.get("/records/opportunity/" + deal).expect(200).text("stage"))
                .isEqualTo("proposal");
        patched(proposal, Map.of("status", "won")).refused(409, "stage.in_use");
        admin.without("If-Match")
                .post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "negotiation"))
                .expect(200);
    }
}
