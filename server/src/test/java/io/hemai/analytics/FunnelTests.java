package io.hemai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HemaiTest
class FunnelTests {
    @Autowired
    TestTenants tenants;

    private static String deal(Api api, String pipeline, String stage) {
        return api.post("/records/opportunity", Map.of("name", "检测线改造", "pipeline", pipeline, "stage", stage))
                .expect(201)
                .text("id");
    }

    private static void move(Api api, String deal, String stage) {
        api.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", stage))
                .expect(200);
    }

    private static void stage(Api api, String pipeline, String code, int position, String status) {
        api.post(
                        "/records/stage",
                        Map.of(
                                "pipeline", pipeline,
                                "name", code,
                                "code", code,
                                "position", position,
                                "probability", "50",
                                "status", status))
                .expect(201);
    }

    /** Count, reached and conversion by pipeline and stage. */
    private static Map<String, List<String>> funnel(Api api) {
        Answer answer = api.get("/reports/funnel").expect(200);
        assertThat(answer.at("/columns")
                        .valueStream()
                        .map(c -> c.get("name").asString())
                        .toList())
                .containsExactly("pipeline", "stage", "count", "amount", "reached", "conversion");
        Map<String, List<String>> rows = new HashMap<>();
        for (JsonNode row : answer.at("/rows")) {
            rows.put(
                    row.get(0).asString() + "/" + row.get(1).asString(),
                    List.of(
                            row.get(2).toString(),
                            row.get(4).toString(),
                            row.get(5).toString()));
        }
        return rows;
    }

    @Test
    void whoeverCameFurtherHasPassedWhatIsBefore() {
        Api api = tenants.fresh().admin();
        String back = deal(api, "default", "initial_contact");
        move(api, back, "negotiation");
        move(api, back, "needs_analysis");
        deal(api, "default", "proposal");
        String won = deal(api, "default", "proposal");
        api.post("/records/opportunity/" + won + "/close_won", Map.of()).expect(200);
        String lost = deal(api, "default", "proposal");
        api.post("/records/opportunity/" + lost + "/close_lost", Map.of("loss_reason", "price"))
                .expect(200);
        deal(api, "default", "initial_contact");

        Map<String, List<String>> funnel = funnel(api);
        assertThat(funnel)
                .containsEntry("default/initial_contact", List.of("1", "5", "null"))
                .containsEntry("default/needs_analysis", List.of("1", "4", "\"80.0\""))
                .containsEntry("default/proposal", List.of("1", "4", "\"100.0\""))
                .containsEntry("default/negotiation", List.of("0", "2", "\"50.0\""))
                .containsEntry("default/contract_review", List.of("0", "1", "\"50.0\""))
                .containsEntry("default/won", List.of("1", "1", "\"100.0\""))
                .containsEntry("default/lost", List.of("1", "1", "null"));
    }

    @Test
    void eachPipelineCountsForItself() {
        Api api = tenants.fresh().admin();
        String renewal = api.post("/records/pipeline", Map.of("name", "续费", "code", "renewal"))
                .expect(201)
                .text("id");
        stage(api, renewal, "asked", 1, "open");
        stage(api, renewal, "proposal", 2, "open");
        stage(api, renewal, "renewed", 3, "won");
        stage(api, renewal, "left_us", 4, "lost");
        deal(api, "renewal", "asked");
        deal(api, "renewal", "proposal");
        String renewed = deal(api, "renewal", "asked");
        move(api, renewed, "renewed");
        String gone = deal(api, "renewal", "asked");
        api.post("/records/opportunity/" + gone + "/close_lost", Map.of("loss_reason", "price"))
                .expect(200);
        deal(api, "default", "proposal");

        Map<String, List<String>> funnel = funnel(api);
        assertThat(funnel)
                .containsEntry("renewal/asked", List.of("1", "4", "null"))
                .containsEntry("renewal/proposal", List.of("1", "2", "\"50.0\""))
                .containsEntry("renewal/renewed", List.of("1", "1", "\"50.0\""))
                .containsEntry("renewal/left_us", List.of("1", "1", "null"))
                .containsEntry("default/proposal", List.of("1", "1", "\"100.0\""))
                .containsEntry("default/negotiation", List.of("0", "0", "\"0.0\""));
    }
}
