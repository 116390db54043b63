package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Op;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Several short texts without doubles, an array in JSON and column; an empty list is an empty value. */
public abstract class SetType extends SingleColumnType<List<String>> {
    private final int most;

    SetType(int most) {
        super(ColumnKind.TEXT_ARRAY);
        this.most = most;
    }

    /** One of the texts, checked. */
    abstract Coerced<String> element(Object raw);

    /** The texts without doubles, in the order kept. */
    abstract List<String> tidied(List<String> values);

    /** What is the same for texts that mean the same. */
    String meaning(String text) {
        return text;
    }

    /** The values with those that are added, and without those that are taken away; they need not have been there. */
    public final List<String> changed(List<String> values, List<String> added, List<String> removed) {
        Set<String> gone = removed.stream().map(this::meaning).collect(Collectors.toSet());
        return tidied(Stream.concat(values.stream().filter(value -> !gone.contains(meaning(value))), added.stream())
                .toList());
    }

    @Override
    public final Comparison comparison() {
        return Comparison.SET;
    }

    @Override
    public final Coerced<List<String>> coerce(Object raw, ValueContext context) {
        return switch (raw) {
            case List<?> given -> elements(given);
            case String s when s.isBlank() -> Coerced.good(null);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.texts"));
        };
    }

    private Coerced<List<String>> elements(List<?> given) {
        List<String> values = new ArrayList<>();
        for (Object each : given) {
            switch (each == null
                    ? Coerced.<String>bad(MetadataError.WRONG_TYPE, new Worded("form.texts"))
                    : element(each)) {
                case Coerced.Good<String>(var value) when value == null -> {}
                case Coerced.Good<String>(var value) -> values.add(value);
                case Coerced.Bad<String>(var code, var args) -> {
                    return new Coerced.Bad<>(code, args);
                }
            }
        }
        List<String> tidy = tidied(values);
        if (tidy.size() > most) {
            return Coerced.bad(MetadataError.TOO_MANY, most, tidy.size());
        }
        return Coerced.good(tidy.isEmpty() ? null : tidy);
    }

    /** A filter may ask for one element without brackets. */
    @Override
    public final Coerced<?> operand(Op op, Object raw, ValueContext context) {
        return coerce(raw instanceof String ? List.of(raw) : raw, context);
    }

    /** Doubles are left out. */
    @Override
    public final Map<String, Object> inputSchema() {
        return Schemas.with(schema(), "uniqueItems", false);
    }

    @Override
    public final Object[] store(List<String> value, ValueContext context) {
        return new Object[] {value.toArray(String[]::new)};
    }

    @Override
    public final @Nullable List<String> load(ColumnReader columns) {
        String[] stored = columns.texts(0);
        return stored == null || stored.length == 0 ? null : List.of(stored);
    }

    @Override
    public final void write(List<String> value, JsonGenerator json) {
        json.writeStartArray();
        value.forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public String text(List<String> value, ValueContext reader) {
        return String.join(", ", value);
    }
}
