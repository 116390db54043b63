package io.hemai.metadata.fieldtype;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas as plain JSON, for the types to say what they write and take; members stay in the order given. */
final class Schemas {
    private static final String TYPE = "type";
    private static final String STRING = "string";

    private Schemas() {}

    /** The members, a name before each value. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(members);
    }

    /** Any text. */
    static Map<String, Object> text(Object... more) {
        return with(of(TYPE, STRING), more);
    }

    /** Text of up to that many characters. */
    static Map<String, Object> line(int maxLength) {
        return text("maxLength", maxLength);
    }

    /** The id of a record or file. */
    static Map<String, Object> id() {
        return text("format", "uuid", "examples", List.of("01980c2f-7a10-7cc3-9d0e-4f1f2a6b3c4d"));
    }

    /** An object of exactly those members. */
    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return of(TYPE, "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    /** An object that has that member at least. */
    static Map<String, Object> having(String member, Map<String, Object> schema) {
        return of(TYPE, "object", "properties", of(member, schema), "required", List.of(member));
    }

    /** One of several. */
    static Map<String, Object> any(Object... schemas) {
        return of("anyOf", List.of(schemas));
    }

    /** Texts without doubles. */
    static Map<String, Object> set(Map<String, Object> element, int most) {
        return of(TYPE, "array", "items", element, "uniqueItems", true, "maxItems", most);
    }

    /** A decimal as text, which a number may stand for where it is taken. */
    static Map<String, Object> decimal(String places, String example) {
        return text("format", "decimal", "pattern", "^-?[0-9]+" + places + "$", "examples", List.of(example));
    }

    /** What is taken for a decimal. */
    static Map<String, Object> number(String example) {
        return of(TYPE, List.of(STRING, "number"), "format", "decimal", "examples", List.of(example));
    }

    /** The codes of a choice; of an open one, or one without any, short text. */
    static Map<String, Object> codes(List<String> codes, boolean open, int longest) {
        if (codes.isEmpty()) {
            return line(longest);
        }
        return open ? text("maxLength", longest, "examples", codes) : text("enum", codes);
    }

    /** The schema, or nothing. */
    static Map<String, Object> nullable(Map<String, Object> schema) {
        List<Object> types =
                new ArrayList<>(schema.get(TYPE) instanceof List<?> several ? several : List.of(schema.get(TYPE)));
        types.add("null");
        return with(schema, TYPE, types);
    }

    /** The schema and further members. */
    static Map<String, Object> with(Map<String, Object> schema, Object... more) {
        Map<String, Object> members = new LinkedHashMap<>(schema);
        members.putAll(of(more));
        return Collections.unmodifiableMap(members);
    }
}
