package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was done automatically says why. */
class WhyTests extends FlowCompany {
    @Test
    void historyLeadsToTheRunBehindAChange() {
        String flow = published("sample", Map.of("kind", "created"), when("note", "why"), update(Map.of("size", 4)));
        String record = sample(Map.of("note", "why", "size", 1));
        JsonNode run = ended(flow, 1).get(0);

        JsonNode items =
                admin.get("/records/sample/" + record + "/history").expect(200).at("/items");
        assertThat(items.at("/0/run").asString()).isEqualTo(run.path("id").asString());
        assertThat(items.at("/1/run").isNull()).isTrue();
        assertThat(admin.get("/records/sample/" + record + "/timeline")
                        .expect(200)
                        .at("/items/0/run")
                        .asString())
                .isEqualTo(run.path("id").asString());

        Answer why = admin.get("/flows/why/" + run.path("id").asString()).expect(200);
        assertThat(why.text("flow")).isEqualTo(flow);
        assertThat(why.text("name")).isEqualTo("flow of sample");
        assertThat(why.at("/version").asInt()).isEqualTo(1);
        assertThat(why.at("/trigger/en").asString()).isEqualTo("When a record is created");
        assertThat(why.at("/by").asString()).isNotEmpty();
    }

    @Test
    void whoReadsTheRecordIsToldAndNobodyElse() {
        Api sales = company.as("whyown", "sales");
        String flow =
                published("sample", Map.of("kind", "created"), when("note", "own why"), update(Map.of("size", 4)));
        String own = sales.post("/records/sample", Map.of("name", "own", "note", "own why"))
                .expect(201)
                .text("id");
        assertThat(own).isNotEmpty();
        JsonNode run = ended(flow, 1).get(0);
        Answer why = sales.get("/flows/why/" + run.path("id").asString()).expect(200);
        assertThat(why.at("/flow").isNull()).isTrue();
        assertThat(why.text("name")).isEqualTo("flow of sample");
        company.as("whyother", "sales")
                .get("/flows/why/" + run.path("id").asString())
                .refused(404, "flow.run_not_found");
        assertThat(sales.get("/flows/why/" + run.path("id").asString() + "?object=sample&record=" + own)
                        .expect(200)
                        .text("name"))
                .isEqualTo("flow of sample");
        assertThat(admin.get("/flows/" + flow + "/runs/" + run.path("id").asString())
                        .at("/changes/0/record")
                        .asString())
                .isEqualTo(own);
        sales.get("/flows/why/nothing").refused(404, "flow.run_not_found");
    }
}
