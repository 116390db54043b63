package io.hemai.web;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into plain Java: maps in the order written, lists, texts, booleans, {@code Integer}, {@code Long} or
 * {@link BigInteger} for whole numbers and {@link BigDecimal} for others, null for null. Refuses what no client means.
 */
final class JsonText {
    /** What every reader of JSON here puts up with. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(Limits.JSON_DEPTH)
            .maxStringLength(Limits.JSON_STRING)
            .maxNumberLength(Limits.JSON_DIGITS)
            .maxNameLength(1_000)
            .build();

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    private final JsonParser parser;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static @Nullable Object read(InputStream bytes) {
        return read(FACTORY.createParser(ObjectReadContext.empty(), bytes));
    }

    static @Nullable Object read(String text) {
        return read(FACTORY.createParser(ObjectReadContext.empty(), text));
    }

    private static @Nullable Object read(JsonParser parser) {
        try (parser) {
            if (parser.nextToken() == null) {
                throw Refusal.of(KernelError.MISSING, "body");
            }
            JsonText text = new JsonText(parser);
            Object value = text.value();
            if (parser.nextToken() != null) {
                throw text.refuse(KernelError.MALFORMED_JSON);
            }
            return value;
        } catch (JacksonException wrong) {
            throw JsonFailures.refusal(wrong);
        }
    }

    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> storable(parser.getString());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw refuse(KernelError.MALFORMED_JSON);
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = storable(parser.currentName());
            if (members.containsKey(name)) {
                throw refuse(WebError.DUPLICATE_PROPERTY);
            }
            parser.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    /** Neither NUL nor half a surrogate pair can be stored. */
    private String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                throw refuse(WebError.INVALID_CHARACTER);
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    throw refuse(WebError.INVALID_CHARACTER);
                }
            }
        }
        return text;
    }

    /** A short number with a huge exponent would fill the memory as soon as it is written out. */
    private BigDecimal decimal() {
        BigDecimal value;
        try {
            value = parser.getDecimalValue();
        } catch (NumberFormatException | ArithmeticException beyond) {
            throw refuse(WebError.NUMBER_RANGE);
        }
        if (Math.abs((long) value.scale()) > Limits.JSON_DIGITS) {
            throw refuse(WebError.NUMBER_RANGE);
        }
        return value;
    }

    private Refusal refuse(ErrorCode code) {
        var place = parser.currentTokenLocation();
        return Refusal.of(code, place.getLineNr(), place.getColumnNr());
    }
}
