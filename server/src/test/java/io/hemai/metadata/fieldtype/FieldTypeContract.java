package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.ErrorCode;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import io.hemai.testing.JsonSchema;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every type of field keeps to; a subclass gives the type and examples of what it takes and refuses. */
abstract class FieldTypeContract<T> {
    static final ValueContext HERE = Contexts.SHANGHAI;

    /** What was typed or sent, with what becomes of it. */
    record Example(Object given, @Nullable Object expected) {}

    /** The type with settings that are not its usual ones where it has some. */
    abstract FieldType<T> type();

    /** Plain JSON, and the JSON that is answered for it. */
    abstract List<Example> taken();

    /** Cells of a file, and the JSON that is answered for them. */
    abstract List<Example> takenCells();

    /** Plain JSON of the right type whose content is wrong, with the code of the refusal. */
    abstract List<Example> refused();

    /** Whether {@link FieldType#read} understands what {@link FieldType#text} says. */
    boolean readsItsText() {
        return true;
    }

    /** Plain JSON of types that it does not take. */
    List<Object> wrong() {
        return List.of(List.of(map("a", 1)), map("nonsense", true));
    }

    static Example of(Object given, @Nullable Object expected) {
        return new Example(given, expected);
    }

    static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private T value(Object given) {
        return Objects.requireNonNull(good(type().coerce(given, HERE), given));
    }

    static <V> @Nullable V good(Coerced<V> coerced, Object given) {
        assertThat(coerced).as("%s", given).isInstanceOf(Coerced.Good.class);
        return coerced instanceof Coerced.Good<V>(var value) ? value : null;
    }

    private @Nullable Object json(@Nullable T value) {
        return value == null ? null : Json.written(type(), value);
    }

    @Test
    void takesJson() {
        taken().forEach(example -> assertThat(json(good(type().coerce(example.given(), HERE), example.given())))
                .as("%s", example.given())
                .isEqualTo(example.expected()));
    }

    @Test
    void takesCells() {
        takenCells().forEach(example -> {
            String cell = example.given().toString();
            assertThat(json(good(type().read(cell, null, HERE), cell))).as(cell).isEqualTo(example.expected());
        });
    }

    @Test
    void refusesWrongContents() {
        refused().forEach(example -> {
            Coerced<T> coerced = type().coerce(example.given(), HERE);
            assertThat(coerced).as("%s", example.given()).isInstanceOf(Coerced.Bad.class);
            if (coerced instanceof Coerced.Bad<T>(var code, var args)) {
                assertThat(code).as("%s %s", example.given(), args).isEqualTo(example.expected());
            }
        });
    }

    @Test
    void wrongJsonTypeIsMalformed() {
        for (Object wrong : wrong()) {
            Coerced<T> coerced = type().coerce(wrong, HERE);
            assertThat(coerced).as("%s", wrong).isInstanceOf(Coerced.Bad.class);
            if (coerced instanceof Coerced.Bad<T>(var code, var args)) {
                assertThat(code).as("%s", wrong).isEqualTo(MetadataError.WRONG_TYPE);
                assertThat(code.kind()).isEqualTo(ErrorCode.Kind.MALFORMED);
                assertThat(args).hasSize(1);
            }
        }
    }

    @Test
    void emptyTextIsEmptyValue() {
        for (String empty : List.of("", "  ")) {
            assertThat(good(type().coerce(empty, HERE), "empty")).isNull();
            assertThat(good(type().read(empty, null, HERE), "empty")).isNull();
        }
    }

    @Test
    void writtenJsonIsTakenAgain() {
        values().forEach(value -> {
            Object json = Objects.requireNonNull(json(value));
            assertThat(good(type().coerce(json, HERE), json)).isEqualTo(value);
        });
    }

    @Test
    void writesWhatItsSchemaSays() {
        values().forEach(value -> assertThat(JsonSchema.strict(type().schema()).wrong(json(value)))
                .as("%s", value)
                .isEmpty());
    }

    @Test
    void takesWhatItsInputSchemaSays() {
        JsonSchema schema = JsonSchema.of(type().inputSchema());
        taken().forEach(example -> assertThat(schema.wrong(stripped(example.given())))
                .as("%s", example.given())
                .isEmpty());
        for (Object wrong : wrong()) {
            assertThat(schema.wrong(wrong)).as("%s", wrong).isNotEmpty();
        }
    }

    @Test
    void givesExamplesThatItTakes() {
        examples(type().schema()).forEach(example -> {
            assertThat(JsonSchema.strict(type().schema()).wrong(example))
                    .as("%s", example)
                    .isEmpty();
            assertThat(good(type().coerce(example, HERE), example)).isNotNull();
        });
        examples(type().inputSchema()).forEach(example -> {
            assertThat(JsonSchema.of(type().inputSchema()).wrong(example))
                    .as("%s", example)
                    .isEmpty();
            assertThat(good(type().coerce(example, HERE), example)).isNotNull();
        });
    }

    private static List<?> examples(Map<String, Object> schema) {
        return schema.get("examples") instanceof List<?> given ? given : List.of();
    }

    /** Blanks around texts, and blank ones in lists, are let go before a value is looked at. */
    private static Object stripped(Object given) {
        return switch (given) {
            case String text -> text.strip();
            case List<?> several ->
                several.stream()
                        .filter(each -> !String.valueOf(each).isBlank())
                        .map(FieldTypeContract::stripped)
                        .toList();
            default -> given;
        };
    }

    @Test
    void takesItsOwnValues() {
        values().forEach(value ->
                assertThat(good(type().coerce(value, HERE), value)).isEqualTo(value));
    }

    @Test
    void columnsKeepTheValue() throws SQLException {
        try (PostgresColumns columns = new PostgresColumns(type().columns())) {
            for (T value : values()) {
                assertThat(columns.stored(type(), value, HERE)).isEqualTo(value);
            }
        }
    }

    @Test
    void columnsHaveTheirClasses() {
        for (T value : values()) {
            @Nullable Object[] cells = type().store(value, HERE);
            assertThat(cells).hasSameSizeAs(type().columns());
            assertThat(cells[0])
                    .as("by the first column a value is seen to be there")
                    .isNotNull();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != null) {
                    assertThat(cells[i])
                            .isInstanceOf(type().columns().get(i).kind().javaType());
                }
            }
        }
    }

    @Test
    void saysSomethingInEveryLanguage() {
        for (T value : values()) {
            for (ValueContext reader : List.of(Contexts.SHANGHAI, Contexts.LONDON)) {
                String text = type().text(value, reader);
                assertThat(text).isNotBlank();
                if (readsItsText()) {
                    assertThat(good(type().read(text, null, reader), text)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void maskHidesTheValue() {
        values().forEach(value ->
                assertThat(type().masked(value)).contains("***").doesNotContain(type().text(value, HERE)));
    }

    @Test
    void settingsMakeTheSameType() {
        Object kept = Json.kept(type().settings());
        @SuppressWarnings("unchecked") // settings are a JSON object
        FieldType<T> again = type().configured((Map<String, Object>) kept);
        assertThat(again.settings()).isEqualTo(type().settings());
        assertThat(again.code()).isEqualTo(type().code());
    }

    @Test
    void hasOperators() {
        assertThat(type().ops()).isNotEmpty();
        assertThat(type().comparison().ops()).containsAll(type().ops());
    }

    @Test
    void garbageNeverThrows() throws SQLException {
        Garbage garbage = new Garbage(new Random(20_260_131));
        try (PostgresColumns columns = new PostgresColumns(type().columns())) {
            JsonSchema schema = JsonSchema.strict(type().schema());
            for (int i = 0; i < 1_500; i++) {
                Object json = garbage.json(0);
                String cell = garbage.text();
                String format = i % 3 == 0 ? garbage.text() : null;
                survives(columns, schema, type().coerce(json, HERE), json);
                survives(columns, schema, type().read(cell, format, HERE), cell);
                type().ops().forEach(op -> type().operand(op, json, HERE));
            }
        }
    }

    /** What is taken can be kept, said and taken again. */
    private void survives(PostgresColumns columns, JsonSchema schema, Coerced<T> coerced, Object given)
            throws SQLException {
        if (!(coerced instanceof Coerced.Good<T>(var value)) || value == null) {
            return;
        }
        assertThat(columns.stored(type(), value, HERE)).as("%s", given).isEqualTo(value);
        assertThat(type().text(value, HERE)).isNotBlank();
        assertThat(type().masked(value)).isNotBlank();
        Object json = Objects.requireNonNull(json(value));
        assertThat(schema.wrong(json)).as("%s", given).isEmpty();
        assertThat(good(type().coerce(json, HERE), json)).as("%s", given).isEqualTo(value);
    }

    private List<T> values() {
        List<T> values = taken().stream()
                .filter(example -> example.expected() != null)
                .map(example -> value(example.given()))
                .toList();
        assertThat(values).isNotEmpty();
        return values;
    }
}
