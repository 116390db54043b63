package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code web/openapi.json}, from which the web application's types are made: the API as the first administrator of a new company
 * sees it, with every general route, and the objects lead and opportunity as examples of all others.
 */
@HemaiTest
class ApiSnapshotTests {
    private static final Path KEPT = Path.of("../web/openapi.json");
    private static final Set<String> OBJECTS = Set.of("lead", "opportunity", "{object}");
    private static final String RECORDS = "/api/v1/records/";
    private static final String PROBES = "/api/v1/public/probe";

    @Autowired
    TestTenants tenants;

    @Test
    void typesOfTheWebApplicationAreMadeFromTheApiAsItIs() throws IOException {
        String now = text(pruned(Spec.of(tenants.fresh().admin().speaking("en")).document()));
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(KEPT, now);
        }

        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("web/openapi.json is behind the API; renew it by"
                        + " ./mvnw -pl server test -Dtest=ApiSnapshotTests -Dopenapi.renew=true")
                .isEqualTo(now);
    }

    @Test
    void itHoldsNothingOfTestsAndStaysReadable() throws IOException {
        String kept = Files.readString(KEPT);

        assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
        assertThat(kept).doesNotContain("probe", "\"card\"", "\"sample\"");
    }

    private static ObjectNode pruned(JsonNode document) {
        ObjectNode whole = (ObjectNode) document.deepCopy();
        ObjectNode paths = (ObjectNode) whole.path("paths");
        paths.propertyNames().stream().filter(path -> !isKept(path)).toList().forEach(paths::remove);
        whole.remove("tags");
        JsonNode all = whole.remove("components");
        ObjectNode used = whole.putObject("components");
        used.set("securitySchemes", all.path("securitySchemes"));
        Deque<JsonNode> toFollow = new ArrayDeque<>(Set.of(paths));
        Set<String> followed = new TreeSet<>();
        while (!toFollow.isEmpty()) {
            for (String ref : toFollow.removeFirst().findValuesAsString("$ref")) {
                if (followed.add(ref)) {
                    String[] place = ref.split("/");
                    JsonNode found = all.path(place[2]).path(place[3]);
                    used.withObjectProperty(place[2]).set(place[3], found);
                    toFollow.add(found);
                }
            }
        }
        return whole;
    }

    private static boolean isKept(String path) {
        return !path.startsWith(PROBES)
                && (!path.startsWith(RECORDS)
                        || OBJECTS.contains(path.substring(RECORDS.length()).split("/")[0]));
    }

    /** The members in the order of their names, so that a difference shows what changed. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode sorted = Api.JSON.createObjectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = Api.JSON.createArrayNode();
            array.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }

    private static String text(JsonNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return Api.JSON.writer().with(pretty).writeValueAsString(sorted(document)) + "\n";
    }
}
