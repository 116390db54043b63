package io.hemai.records;

import io.hemai.kernel.Filter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters as people write them in requests. */
final class AskedJson {
    private AskedJson() {}

    static Map<String, Object> of(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) ->
                Map.of("and", parts.stream().map(AskedJson::of).toList());
            case Filter.Or(var parts) ->
                Map.of("or", parts.stream().map(AskedJson::of).toList());
            case Filter.Not(var part) -> Map.of("not", of(part));
            case Filter.Leaf(var path, var op, var value) ->
                value == null
                        ? Map.of("field", path, "op", op.code())
                        : Map.of("field", path, "op", op.code(), "value", value(value));
            case Filter.Shared shared -> throw new IllegalStateException("nobody writes this");
            case Filter.Through through -> throw new IllegalStateException("nobody writes this");
        };
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several -> several.stream().map(AskedJson::value).toList();
            case Long number -> number;
            case Integer number -> number;
            case Boolean flag -> flag;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
