package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** What modules say of their routes. */
class DescriptionsTests {
    @Test
    void aRouteIsDescribedOnce() {
        String twice = """
                operations:
                  GET /api/v1/meta/regions: {id: list_regions}
                  GET /api/v1/meta/regions: {id: regions}
                """;
        assertThatThrownBy(() -> Descriptions.read(new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("GET /api/v1/meta/regions");
    }
}
