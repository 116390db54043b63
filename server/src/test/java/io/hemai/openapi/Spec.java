package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.JsonSchema;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as a client reads it. */
record Spec(JsonNode document) {
    private static final String API = "/api/v1";

    static Spec of(Api api) {
        return new Spec(api.get("/openapi.json").expect(200).body());
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** An operation; the path begins behind {@code /api/v1}. */
    JsonNode operation(String method, String path) {
        return document.path("paths").path(API + path).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas").path(name);
    }

    Set<String> properties(String schema) {
        return new TreeSet<>(schema(schema).path("properties").propertyNames());
    }

    /** What the document gives as an example of the body. */
    JsonNode example(String method, String path) {
        return operation(method, path).at("/requestBody/content/application~1json/example");
    }

    /** Every operation with its name, {@code GET /api/v1/…}. */
    void each(BiConsumer<String, JsonNode> use) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> use.accept(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
    }

    /** A schema of the document, that knows the others. */
    JsonSchema validator(JsonNode schema) {
        ObjectNode whole = Api.JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", Api.JSON.createArrayNode().add(schema));
        return JsonSchema.strict(whole);
    }

    /** Fails unless the answer is as the document says, hidden members apart. */
    Answer holds(Answer answer, String method, String path) {
        JsonNode said = operation(method, path).path("responses").path(String.valueOf(answer.status()));
        if (said.has("$ref")) {
            said = document.at(said.path("$ref").asString().substring(1));
        }
        assertThat(said.isMissingNode())
                .as("%s %s may answer %s", method, path, answer.status())
                .isFalse();
        JsonNode schema =
                said.path("content").properties().iterator().next().getValue().path("schema");
        assertThat(validator(schema).wrong(answer.body()))
                .as("%s", answer.raw())
                .isEmpty();
        return answer;
    }
}
