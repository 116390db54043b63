package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Limits;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps, lists, texts, numbers and flags, in the one form that comes back from the database as it went. */
final class PlainJson {
    /** How deep it may nest; within it a filter of the greatest depth has room. */
    static final int DEPTH = 24;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.JSON_DEPTH)
                            .maxNumberLength(Limits.JSON_DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlainJson() {}

    /** Stops at what cannot be kept. */
    private static final class Unkept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Coerced<Object> why;

        Unkept(Coerced<Object> why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    /** What is kept of plain JSON, or why it cannot be. */
    static Coerced<Object> kept(Object raw) {
        try {
            return Coerced.good(kept(raw, 1));
        } catch (Unkept refused) {
            return refused.why;
        }
    }

    private static @Nullable Object kept(@Nullable Object raw, int depth) {
        if (depth > DEPTH) {
            throw new Unkept(Coerced.bad(MetadataError.TOO_DEEP, DEPTH));
        }
        return switch (raw) {
            case null -> null;
            case Map<?, ?> members -> members(members, depth);
            case List<?> elements -> elements(elements, depth);
            case String text -> storable(text);
            case Boolean flag -> flag;
            case BigDecimal decimal -> number(decimal);
            case BigInteger whole -> number(new BigDecimal(whole));
            case Long whole -> whole;
            case Integer whole -> whole.longValue();
            case Double real when Double.isFinite(real) -> number(BigDecimal.valueOf(real));
            default -> throw new Unkept(Coerced.bad(MetadataError.NOT_JSON));
        };
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> given, int depth) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        given.forEach((name, value) -> kept.put(storable(String.valueOf(name)), kept(value, depth + 1)));
        return Collections.unmodifiableMap(kept);
    }

    private static List<@Nullable Object> elements(List<?> given, int depth) {
        List<@Nullable Object> kept = new ArrayList<>();
        given.forEach(value -> kept.add(kept(value, depth + 1)));
        return Collections.unmodifiableList(kept);
    }

    /** Neither NUL nor half a surrogate pair can be stored. */
    private static String storable(String text) {
        boolean storable = text.codePoints()
                .allMatch(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (!storable) {
            throw new Unkept(Coerced.bad(MetadataError.CONTROL_CHARACTERS));
        }
        return text;
    }

    /** Numbers that are equal are kept alike; one that has too many digits when it is written out is none. */
    private static Object number(BigDecimal given) {
        if (Math.max(given.precision(), Math.abs((long) given.scale())) > 2L * Limits.JSON_DIGITS) {
            throw new Unkept(Coerced.bad(MetadataError.NOT_JSON));
        }
        BigDecimal number = given.signum() == 0 ? BigDecimal.ZERO : given.stripTrailingZeros();
        if (Math.max(number.precision() - (long) number.scale(), Math.abs((long) number.scale()))
                > Limits.JSON_DIGITS) {
            throw new Unkept(Coerced.bad(MetadataError.NOT_JSON));
        }
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        return plain.scale() == 0 && plain.toBigInteger().bitLength() < Long.SIZE ? (Object) plain.longValue() : plain;
    }

    /** The JSON that the text is; empty when it is none. */
    static Optional<Object> parsed(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, Object.class));
        } catch (JacksonException | ArithmeticException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** What the database kept. */
    static @Nullable Object stored(String text) {
        return kept(MAPPER.readValue(text, Object.class)) instanceof Coerced.Good<Object>(var value) ? value : null;
    }

    /** The JSON as text without blanks. */
    static String text(Object kept) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(kept, json);
        }
        return text.toString();
    }

    static void write(@Nullable Object kept, JsonGenerator json) {
        switch (kept) {
            case null -> json.writeNull();
            case Map<?, ?> members -> {
                json.writeStartObject();
                members.forEach((name, value) -> {
                    json.writeName(String.valueOf(name));
                    write(value, json);
                });
                json.writeEndObject();
            }
            case List<?> elements -> {
                json.writeStartArray();
                elements.forEach(value -> write(value, json));
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Long whole -> json.writeNumber(whole);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            default -> json.writeString(kept.toString());
        }
    }
}
