package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTypeTests extends FieldTypeContract<Object> {
    @Override
    FieldType<Object> type() {
        return JsonType.any();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of(
                        map("density", "紧凑", "width", 120, "open", true, "none", null),
                        map("density", "紧凑", "width", 120, "open", true, "none", null)),
                of(List.of("a", map("b", List.of())), List.of("a", map("b", List.of()))),
                of(
                        map("n", new BigDecimal("1.50"), "z", new BigDecimal("2.00")),
                        map("n", new BigDecimal("1.5"), "z", 2)),
                of(map("a\r\nb", "c\td"), map("a\r\nb", "c\td")),
                of(map(), map()));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of(" {\"b\": 1, \"a\": [null, 2.50]} ", map("b", 1, "a", Arrays.asList(null, new BigDecimal("2.5")))));
    }

    @Override
    List<Object> wrong() {
        return List.of(5, true, "{}");
    }

    @Override
    List<Example> refused() {
        Object deep = new ArrayList<>();
        for (int i = 0; i < PlainJson.DEPTH; i++) {
            deep = List.of(deep);
        }
        return List.of(
                of(deep, MetadataError.TOO_DEEP),
                of(map("a", "x".repeat(JsonType.MOST_BYTES)), MetadataError.TOO_MANY_BYTES),
                of(map("a", "字".repeat(JsonType.MOST_BYTES / 3)), MetadataError.TOO_MANY_BYTES),
                of(map("a", "\0"), MetadataError.CONTROL_CHARACTERS),
                of(map("\uD800", 1), MetadataError.CONTROL_CHARACTERS),
                of(map("a", new BigDecimal("1e400")), MetadataError.NOT_JSON),
                of(map("a", Double.NaN), MetadataError.NOT_JSON));
    }

    @Test
    void cellsThatAreNoJsonAreRefused() {
        for (String cell :
                List.of("{", "{\"a\":1,\"a\":2}", "5", "text", "{} {}", "[".repeat(100), "{\"a\":1e999999999}")) {
            assertThat(type().read(cell, null, HERE)).as(cell).isInstanceOf(Coerced.Bad.class);
        }
    }

    @Test
    void anObjectOrTextsMayBeDemanded() {
        assertThat(JsonType.object().coerce(List.of(), HERE)).isInstanceOf(Coerced.Bad.class);
        assertThat(JsonType.object().coerce(Map.of("a", 1), HERE)).isInstanceOf(Coerced.Good.class);
        assertThat(JsonType.texts().coerce(List.of("a", 1), HERE)).isInstanceOf(Coerced.Bad.class);
        assertThat(good(JsonType.texts().coerce(List.of("b", "a"), HERE), "texts"))
                .isEqualTo(List.of("b", "a"));
    }
}
