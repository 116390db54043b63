package io.hemai.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON Schema of 2020-12 that values are held against. */
public final class JsonSchema {
    private static final SchemaRegistry LENIENT = registry(false);
    private static final SchemaRegistry STRICT = registry(true);

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    private static SchemaRegistry registry(boolean formats) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(formats)
                        .build()));
    }

    /** The schema, its formats being hints. */
    public static JsonSchema of(Object plain) {
        return new JsonSchema(LENIENT.getSchema(node(plain)));
    }

    /** The schema, its formats being demands. */
    public static JsonSchema strict(Object plain) {
        return new JsonSchema(STRICT.getSchema(node(plain)));
    }

    /** What of the value the schema does not allow. */
    public List<String> wrong(@Nullable Object value) {
        return schema.validate(node(value)).stream().map(Error::toString).toList();
    }

    private static JsonNode node(@Nullable Object plain) {
        return plain instanceof JsonNode node ? node : Api.JSON.valueToTree(plain);
    }
}
