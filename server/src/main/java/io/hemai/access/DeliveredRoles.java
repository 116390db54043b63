package io.hemai.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The roles that come with Hemai, {@code access/roles.json}; they may name objects of modules that a company does not use. */
@Component
class DeliveredRoles {
    private final Map<String, Map<String, @Nullable Object>> byName = new LinkedHashMap<>();

    DeliveredRoles(JsonMapper json) {
        try (InputStream roles = new ClassPathResource("access/roles.json").getInputStream()) {
            json.readValue(roles, new TypeReference<Iterable<Map<String, @Nullable Object>>>() {})
                    .forEach(role -> byName.put(String.valueOf(role.get("name")), role));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The roles as JSON by name, in the order delivered. */
    Map<String, Map<String, @Nullable Object>> byName() {
        return byName;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
