package io.hemai.metadata;

import io.hemai.kernel.Op;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.fieldtype.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A type of field: what it accepts, how it is stored, shown and compared. Instances are immutable and carry their settings;
 * a plain instance found by its {@link #code()} is the prototype that {@link #configured} makes others from.
 *
 * @param <T> class of the values
 */
public interface FieldType<T> {
    /** The name in metadata, such as {@code long_text}. */
    String code();

    /** How values compare. */
    Comparison comparison();

    /** The operators that have a meaning; those of the comparison unless the type narrows them. */
    default Set<Op> ops() {
        return comparison().ops();
    }

    /** The database columns, the one compared and sorted by first. */
    List<Column> columns();

    /**
     * Makes a value from plain JSON (text, number, boolean, list, map) or from a value of its own class.
     * Empty text is an empty value. Wrong JSON types are refused as malformed, wrong contents as invalid.
     */
    Coerced<T> coerce(Object raw, ValueContext context);

    /** Makes a value from a cell of an imported file, more forgiving than JSON: thousands separators, labels, local dates. */
    default Coerced<T> read(String cell, @Nullable String format, ValueContext context) {
        return coerce(cell, context);
    }

    /** Whether {@link #read} can do anything with the format; asked before many cells are read by it. */
    default boolean canReadBy(String format) {
        return true;
    }

    /** Refuses a sound value that the field's settings rule out, such as one below its least; asked of what is written only. */
    default Coerced<T> bounded(T value) {
        return Coerced.good(value);
    }

    /** The value's columns, in the order of {@link #columns()}. */
    @Nullable
    Object[] store(T value, ValueContext context);

    /** The value from its columns; null when empty. */
    @Nullable
    T load(ColumnReader columns);

    /** Writes the value as JSON. */
    void write(T value, JsonGenerator json);

    /** The JSON Schema (2020-12) of what {@link #write} writes, as plain JSON; with {@code examples} where the form is special. */
    Map<String, Object> schema();

    /** The JSON Schema of what {@link #coerce} takes from JSON besides null and empty text; what is written unless it is more. */
    default Map<String, Object> inputSchema() {
        return schema();
    }

    /**
     * The value as a person reads it in a history line, a CSV cell or a search result, in the reader's language and zone.
     * {@link #read} understands it again, except for rich text, links and files.
     */
    String text(T value, ValueContext reader);

    /** What is shown of the value to people who may only see that there is one: a beginning at most, such as {@code w***}. */
    default String masked(T value) {
        return "***";
    }

    /**
     * Makes what a filter compares with; for {@code in} and {@code between} one operand at a time. It is a piece of text
     * for {@code contains} and {@code starts_with}, else a value; null when it is empty.
     */
    default Coerced<?> operand(Op op, Object raw, ValueContext context) {
        return op == Op.CONTAINS || op == Op.STARTS_WITH ? Texts.piece(raw) : coerce(raw, context);
    }

    /** The settings that metadata shows, such as {@code max_length}, as plain JSON that {@link #configured} takes back. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /** The same type with settings from an administrator; unknown ones and impossible values are a refusal. */
    default FieldType<T> configured(Map<String, Object> settings) {
        if (!settings.isEmpty()) {
            throw Refusal.ofField(settings.keySet().iterator().next(), MetadataError.UNKNOWN_SETTING, code());
        }
        return this;
    }
}
