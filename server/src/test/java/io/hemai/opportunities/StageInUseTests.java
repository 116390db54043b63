package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
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
}
