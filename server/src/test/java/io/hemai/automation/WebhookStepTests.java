package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.integration.Receiver;
import io.hemai.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A step that tells another system. */
class WebhookStepTests extends FlowCompany {
    private Receiver receiver = new Receiver();

    @AfterEach
    void another() {
        receiver.close();
        receiver = new Receiver();
    }

    private String webhook(String name) {
        return admin.post("/records/webhook", Map.of("name", name, "url", receiver.url()))
                .expect(201)
                .text("id");
    }

    private static Map<String, Object> tell(String name, String... fields) {
        return Map.of(
                "do", "webhook", "input", Map.of("webhook", name, "type", "sample.created", "fields", List.of(fields)));
    }

    @Test
    void itCarriesFieldsAsTheApiSaysThem() {
        webhook("fields");
        String flow = published(
                "sample", Map.of("kind", "created"), when("note", "told"), tell("fields", "note", "size", "owner"));
        String record = sample(Map.of("note", "told", "size", 7));
        ended(flow, 1);
        await().atMost(PATIENCE).until(() -> receiver.got.size() == 1);
        JsonNode body = Api.JSON.readTree(receiver.got.getFirst().body());
        assertThat(body.path("type").asString()).isEqualTo("sample.created");
        assertThat(body.at("/data/object").asString()).isEqualTo("sample");
        assertThat(body.at("/data/id").asString()).isEqualTo(record);
        assertThat(body.at("/data/label").asString()).isEqualTo("a sample");
        assertThat(body.at("/data/fields/size").asInt()).isEqualTo(7);
        assertThat(body.at("/data/fields").propertyNames()).containsExactlyInAnyOrder("note", "size", "owner");
        assertThat(body.at("/data/fields/owner/label").asString()).isNotEmpty();
    }

    @Test
    void aStepThatIsTakenOnceMoreTellsOnce() {
        webhook("once");
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("note", "twice"),
                tell("once", "note"),
                update(Map.of("size", 1)));
        sample(Map.of("note", "twice"));
        JsonNode run = ended(flow, 1).get(0);
        assertThat(steps(flow, run).findValuesAsString("outcome")).containsExactly("done", "done");
        await().atMost(PATIENCE).until(() -> receiver.got.size() == 1);
    }

    @Test
    void whileItIsSwitchedOffMessagesWait() {
        String webhook = webhook("off");
        patch("/records/webhook/" + webhook, Map.of("active", false));
        String flow = published(
                "sample", Map.of("kind", "created"), when("note", "off"), tell("off"), update(Map.of("size", 3)));
        String record = sample(Map.of("note", "off"));
        JsonNode run = ended(flow, 1).get(0);
        assertThat(steps(flow, run).findValuesAsString("outcome")).containsExactly("done", "done");
        assertThat(read(record).at("size").asInt()).isEqualTo(3);
        await().atMost(PATIENCE)
                .until(() -> admin.get("/webhooks/" + webhook + "/calls")
                                .at("/items/0/tries")
                                .asInt()
                        > 0);
        assertThat(receiver.got).isEmpty();
        patch("/records/webhook/" + webhook, Map.of("active", true));
        await().atMost(PATIENCE).until(() -> receiver.got.size() == 1);
    }

    @Test
    void oneThatFlowsUseKeepsItsNameAndStays() {
        String webhook = webhook("used");
        published("sample", Map.of("kind", "created"), when("note", "used"), tell("used"));
        String version = admin.get("/records/webhook/" + webhook).header("ETag");
        admin.header("If-Match", version);
        admin.patch("/records/webhook/" + webhook, Map.of("name", "other")).refused(422, "webhook.name_in_use");
        admin.delete("/records/webhook/" + webhook).refused(409, "webhook.in_use");
        admin.patch("/records/webhook/" + webhook, Map.of("url", receiver.url() + "2"))
                .expect(200);
        admin.without("If-Match");
    }

    @Test
    void whatIsWrongIsToldAtItsPlace() {
        drawn("sample", Map.of("kind", "created"), Map.of(), List.of(tell("nowhere")))
                .refused(422, "flow.unknown_webhook");
        webhook("here");
        Map<String, Object> input = Map.of("webhook", "here", "type", "Not A Type", "fields", List.of("nothing"));
        JsonNode errors = drawn(
                        "sample", Map.of("kind", "created"), Map.of(), List.of(Map.of("do", "webhook", "input", input)))
                .expect(422)
                .at("errors");
        assertThat(errors.findValuesAsString("field")).contains("steps[0].input.type", "steps[0].input.fields");
    }

    @Test
    void configurationCarriesThemBeforeTheFlowsThatUseThem() {
        webhook("carried");
        published("sample", Map.of("kind", "created"), when("note", "carried"), tell("carried", "note"));
        String text = admin.get("/meta/configuration").expect(200).raw();
        assertThat(text).contains("webhooks:").contains("carried:");
        assertThat(text.indexOf("webhooks:")).isLessThan(text.indexOf("flows:"));
    }
}
