package io.hemai.records;

import io.hemai.kernel.Money;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.ValueContext;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what records have with what the journal tells of them. */
public record AsTold(JsonMapper json, ValueContext context) {
    /** Whether the record has just that value, written as the journal writes it or meaning the very same. */
    public <T> boolean stands(Row row, Field<T> field, JsonNode told) {
        T value = row.value(field);
        if (value == null || isNone(told)) {
            return value == null && isNone(told);
        }
        T was = value(field, told);
        return written(field, value).equals(told) || (was != null && same(value, was));
    }

    /** Whether two times the same was told. */
    public <T> boolean same(Field<T> field, JsonNode one, JsonNode other) {
        if (one.equals(other) || (isNone(one) && isNone(other))) {
            return true;
        }
        T a = value(field, one);
        T b = value(field, other);
        return a != null && b != null && same(a, b);
    }

    /** The value that is told; null when it was none, or is none any more. */
    public <T> @Nullable T value(Field<T> field, JsonNode told) {
        Object plain = plain(told);
        return plain != null && field.type().coerce(plain, context) instanceof Coerced.Good<T>(var value)
                ? value
                : null;
    }

    /** What is told as it is written again, so that what is no value any more is refused then. */
    public @Nullable Object plain(JsonNode told) {
        return isNone(told) ? null : json.treeToValue(told, Object.class);
    }

    private static boolean isNone(JsonNode told) {
        return told.isNull() || told.isMissingNode();
    }

    /** Numbers are the same whatever their scale. */
    private static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Money a && other instanceof Money b) {
            return a.currency().equals(b.currency()) && a.amount().compareTo(b.amount()) == 0;
        }
        return one.equals(other);
    }

    private <T> JsonNode written(Field<T> field, T value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            field.type().write(value, out);
        }
        return json.readTree(text.toString());
    }
}
