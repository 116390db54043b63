package io.hemai.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hemai.kernel.RecordId;
import io.hemai.records.verb.Asked;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schemas of the Java records that verbs take and answer. */
final class RecordSchemas {
    private static final String TYPE = "type";
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of(TYPE, "string")),
            Map.entry(RecordId.class, Plain.of(TYPE, "string", "format", "uuid")),
            Map.entry(LocalDate.class, Plain.of(TYPE, "string", "format", "date")),
            Map.entry(Instant.class, Plain.of(TYPE, "string", "format", "date-time")),
            Map.entry(BigDecimal.class, Plain.of(TYPE, List.of("string", "number"))),
            Map.entry(Boolean.class, Map.of(TYPE, "boolean")),
            Map.entry(boolean.class, Map.of(TYPE, "boolean")),
            Map.entry(Integer.class, Map.of(TYPE, "integer")),
            Map.entry(int.class, Map.of(TYPE, "integer")),
            Map.entry(Long.class, Map.of(TYPE, "integer")),
            Map.entry(long.class, Map.of(TYPE, "integer")));

    private RecordSchemas() {}

    /**
     * What is taken: members that may be null may be left out unless they must be stated, and no others are taken.
     *
     * @param label what people call a member
     */
    static Map<String, Object> input(Class<?> type, Function<String, @Nullable String> label) {
        Map<String, Object> schema = new LinkedHashMap<>(ofRecord(type, true));
        Plain.members(schema.get("properties")).forEach((name, property) -> {
            String text = label.apply(name);
            if (text != null) {
                Plain.members(property).put("title", text);
            }
        });
        return schema;
    }

    /** What is answered: every member is there, some of them null, or left out where the record is declared to leave such out. */
    static Map<String, Object> output(Class<?> type) {
        return ofRecord(type, false);
    }

    private static Map<String, Object> ofRecord(Class<?> type, boolean taken) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        boolean leftOut = taken || type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            Asked asked = component.getAnnotation(Asked.class);
            boolean needed = asked != null && asked.required();
            boolean optional = isNullable(component.getAnnotatedType()) && !needed;
            Map<String, Object> schema = asked(asked, of(component.getGenericType(), taken));
            properties.put(
                    snakeCase(component.getName()), optional && (taken || !leftOut) ? Plain.nullable(schema) : schema);
            if (!leftOut || !optional || (asked != null && asked.stated())) {
                required.add(snakeCase(component.getName()));
            }
        }
        Map<String, Object> schema = Plain.object(properties, required);
        if (taken) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** With the words that it takes, and the one that counts when nothing is given. */
    private static Map<String, Object> asked(@Nullable Asked asked, Map<String, Object> schema) {
        if (asked == null || asked.choices().length == 0) {
            return schema;
        }
        Map<String, Object> words = new LinkedHashMap<>(schema);
        words.put("enum", List.of(asked.choices()));
        if (!asked.initially().isEmpty()) {
            words.put("default", asked.initially());
        }
        return words;
    }

    static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> of(Type type, boolean taken) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Collection.class.isAssignableFrom(raw)
                    ? Plain.array(of(last, taken))
                    : Plain.of(TYPE, "object", "additionalProperties", of(last, taken));
        }
        if (type instanceof Class<?> plain && plain.isRecord() && !SIMPLE.containsKey(plain)) {
            return ofRecord(plain, taken);
        }
        return type instanceof Class<?> known ? new LinkedHashMap<>(SIMPLE.getOrDefault(known, Map.of())) : Plain.of();
    }

    private static String snakeCase(String name) {
        return name.chars()
                .collect(
                        StringBuilder::new,
                        (text, c) -> text.append(
                                Character.isUpperCase(c) ? "_" + (char) Character.toLowerCase(c) : (char) c + ""),
                        StringBuilder::append)
                .toString();
    }
}
