package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Steps that note activities and put tags on records. */
class NoteAndTagTests extends FlowCompany {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    private static Map<String, Object> step(String kind, Map<String, Object> input) {
        return Map.of("do", kind, "input", input);
    }

    private JsonNode made(String object, String link, String id) {
        return admin.post("/records/" + object + "/query", Map.of("filter", when(link, id)))
                .expect(200)
                .at("/items");
    }

    @Test
    void anActivitySaysWhatTheRecordSays() {
        String flow = published(
                "account",
                CREATED,
                when("name", "记一笔"),
                step("activity", Map.of("kind", "note", "subject", "{{name}} 已建档", "body", "行业：{{industry}}")));
        String account = admin.post("/records/account", Map.of("name", "记一笔", "industry", "software"))
                .expect(201)
                .text("id");
        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        JsonNode made = made("activity", "account", account);
        assertThat(made.at("/0/subject").asString()).isEqualTo("记一笔 已建档");
        assertThat(made.at("/0/body").asString()).startsWith("行业：").doesNotContain("{{");
    }

    @Test
    void tagsArePutOnAndTakenOff() {
        String flow = published(
                "opportunity",
                CREATED,
                when("name", "打标签的商机"),
                step("tag", Map.of("field", "tags", "add", List.of("重点", "VIP"), "remove", List.of("新"))));
        String deal = admin.post("/records/opportunity", Map.of("name", "打标签的商机", "tags", List.of("新", "vip")))
                .expect(201)
                .text("id");
        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        assertThat(admin.get("/records/opportunity/" + deal).at("tags").toString())
                .isEqualTo("[\"vip\",\"重点\"]");
        drawn("opportunity", CREATED, Map.of(), List.of(step("tag", Map.of("field", "name", "add", List.of("x")))))
                .refused(422, "flow.no_tags");
    }
}
