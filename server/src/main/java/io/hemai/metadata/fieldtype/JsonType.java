package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.ColumnReader;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Settings and definitions that programs write and read, kept as JSON: an object, or a list. Its values are plain maps and lists
 * in which whole numbers are {@code Long} and others {@code BigDecimal}. Nobody asks for what stands inside.
 */
public final class JsonType extends SingleColumnType<Object> {
    /** Bytes of the JSON, written without blanks. */
    public static final int MOST_BYTES = 64 * 1024;

    /** What a value looks like at its outermost. */
    private enum Shape {
        ANY("form.json", Schemas.of("type", List.of("object", "array"))),
        OBJECT("form.json_object", Schemas.of("type", "object")),
        TEXTS("form.texts", Schemas.of("type", "array", "items", Schemas.text()));

        private final String form;
        private final Map<String, Object> schema;

        Shape(String form, Map<String, Object> schema) {
            this.form = form;
            this.schema = schema;
        }

        boolean fits(@Nullable Object raw) {
            return switch (this) {
                case ANY -> raw instanceof Map<?, ?> || raw instanceof List<?>;
                case OBJECT -> raw instanceof Map<?, ?>;
                case TEXTS -> raw instanceof List<?> several && several.stream().allMatch(String.class::isInstance);
            };
        }
    }

    private final Shape shape;

    private JsonType(Shape shape) {
        super(ColumnKind.JSONB);
        this.shape = shape;
    }

    /** An object or a list. */
    public static JsonType any() {
        return new JsonType(Shape.ANY);
    }

    /** An object. */
    public static JsonType object() {
        return new JsonType(Shape.OBJECT);
    }

    /** A list of texts, whose order counts. */
    public static JsonType texts() {
        return new JsonType(Shape.TEXTS);
    }

    @Override
    public String code() {
        return "json";
    }

    @Override
    public Comparison comparison() {
        return Comparison.PRESENCE;
    }

    @Override
    public Coerced<Object> coerce(Object raw, ValueContext context) {
        if (raw instanceof String text && text.isBlank()) {
            return Coerced.good(null);
        }
        return shape.fits(raw)
                ? sized(PlainJson.kept(raw))
                : Coerced.bad(MetadataError.WRONG_TYPE, new Worded(shape.form));
    }

    /** A cell holds the JSON as text. */
    @Override
    public Coerced<Object> read(String cell, @Nullable String format, ValueContext context) {
        String text = Texts.stripped(cell);
        if (text.isEmpty()) {
            return Coerced.good(null);
        }
        if (bytes(text) > MOST_BYTES) {
            return Coerced.bad(MetadataError.TOO_MANY_BYTES, MOST_BYTES, bytes(text));
        }
        Optional<Object> read = PlainJson.parsed(text).filter(shape::fits);
        return read.isPresent()
                ? coerce(read.get(), context)
                : Coerced.bad(MetadataError.WRONG_TYPE, new Worded(shape.form));
    }

    private static Coerced<Object> sized(Coerced<Object> kept) {
        if (kept instanceof Coerced.Good<Object>(var value) && value != null) {
            int bytes = bytes(PlainJson.text(value));
            return bytes > MOST_BYTES ? Coerced.bad(MetadataError.TOO_MANY_BYTES, MOST_BYTES, bytes) : kept;
        }
        return kept;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Object[] store(Object value, ValueContext context) {
        return new Object[] {PlainJson.text(value)};
    }

    @Override
    public @Nullable Object load(ColumnReader columns) {
        String text = columns.text(0);
        return text == null ? null : PlainJson.stored(text);
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        PlainJson.write(value, json);
    }

    @Override
    public Map<String, Object> schema() {
        return shape.schema;
    }

    @Override
    public String text(Object value, ValueContext reader) {
        return PlainJson.text(value);
    }
}
