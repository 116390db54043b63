package io.hemai.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON as this module takes it apart and puts it together; members stay in their order. */
final class Plain {
    private static final String TYPE = "type";
    private static final String ENUM = "enum";
    private static final String ANY = "anyOf";
    private static final String NULL = "null";

    private Plain() {}

    /** The members, a name before each value. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], pairs[i + 1]);
        }
        return members;
    }

    /** The members of an object; none where there is nothing. */
    @SuppressWarnings("unchecked") // plain JSON has text keys
    static Map<String, Object> members(@Nullable Object plain) {
        return plain == null ? Map.of() : (Map<String, Object>) plain;
    }

    /** The elements of an array; none where there is nothing. */
    @SuppressWarnings("unchecked") // plain JSON
    static List<Object> elements(@Nullable Object plain) {
        return plain == null ? List.of() : (List<Object>) plain;
    }

    /** A reference to a part of the document. */
    static Map<String, Object> ref(String kind, String name) {
        return of("$ref", "#/components/" + kind + "/" + name);
    }

    /** A reference to a schema of the document. */
    static Map<String, Object> schema(String name) {
        return ref("schemas", name);
    }

    /** The content of a request or answer. */
    static Map<String, Object> content(String type, Map<String, Object> schema) {
        return of(type, of("schema", schema));
    }

    /** An array of those. */
    static Map<String, Object> array(Map<String, Object> items) {
        return of(TYPE, "array", "items", items);
    }

    /** An object with those members. */
    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = of(TYPE, "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** The schema, or null. */
    static Map<String, Object> nullable(Map<String, Object> schema) {
        Object type = schema.get(TYPE);
        Map<String, Object> wider = new LinkedHashMap<>(schema);
        if (type == null) {
            List<Object> any = new ArrayList<>(schema.get(ANY) == null ? List.of(schema) : elements(schema.get(ANY)));
            any.add(of(TYPE, NULL));
            return of(ANY, any);
        }
        wider.put(TYPE, more(type instanceof Collection<?> several ? several : List.of(type), NULL));
        if (schema.get(ENUM) instanceof Collection<?> codes) {
            wider.put(ENUM, more(codes, null));
        }
        return wider;
    }

    private static List<@Nullable Object> more(Collection<?> some, @Nullable Object last) {
        List<@Nullable Object> more = new ArrayList<>(some);
        more.add(last);
        return more;
    }
}
