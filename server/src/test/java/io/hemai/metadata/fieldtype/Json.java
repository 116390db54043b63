package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values to JSON and JSON to the plain objects that types are given. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** The value as its type writes it, read again as plain lists, maps, text and numbers. */
    static <T> @Nullable Object written(FieldType<T> type, T value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            type.write(value, json);
        }
        return parsed(out.toString());
    }

    static @Nullable Object parsed(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    /** What becomes of plain settings that were kept as JSON. */
    static Object kept(Object plain) {
        return MAPPER.readValue(MAPPER.writeValueAsString(plain), Object.class);
    }
}
