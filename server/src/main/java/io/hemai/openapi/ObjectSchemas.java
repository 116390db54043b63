package io.hemai.openapi;

import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The schemas of one object for one reader: its record, a new one, changes, pages, batches. */
final class ObjectSchemas {
    private final Known known;
    private final Subject subject;
    private final FieldSchemas fields;

    ObjectSchemas(Known known, Subject subject, FieldSchemas fields) {
        this.known = known;
        this.subject = subject;
        this.fields = fields;
    }

    /** Adds them to the document's. */
    void addTo(Map<String, Object> schemas) {
        if (known.may("read")) {
            put(schemas, "record", record());
            put(schemas, "record_page", page());
        }
        put(schemas, "record_written", written());
        if (known.may("create")) {
            put(schemas, "record_create", created());
        }
        if (known.may("update")) {
            put(schemas, "record_update", object(known.updated(), fields::written));
        }
        if (known.may("write")) {
            put(schemas, "record_batch", batch());
        }
    }

    private void put(Map<String, Object> schemas, String general, Map<String, Object> schema) {
        schemas.put(subject.schemaName(general), schema);
    }

    /** Identity and version are there always, the others unless the reader chose fields. */
    private Map<String, Object> record() {
        Map<String, Object> schema =
                object(known.read(), field -> fields.read(field, known.rights().on(field)));
        schema.put("title", subject.one());
        schema.put("required", List.of("id", "version"));
        return schema;
    }

    /** What an act on a record answers. */
    private Map<String, Object> written() {
        Map<String, Object> unread = Plain.schema("Unread");
        return known.may("read") ? Plain.of("anyOf", List.of(subject.schema("record"), unread)) : unread;
    }

    private Map<String, Object> page() {
        Map<String, Object> items = Plain.of("items", Plain.array(subject.schema("record")));
        return Plain.of("allOf", List.of(Plain.schema("Page"), Plain.object(items, List.of())));
    }

    private Map<String, Object> created() {
        Map<String, Object> schema = object(known.created(), fields::written);
        List<String> required = required();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The fields without which there is no new record. */
    List<String> required() {
        return known.created().stream()
                .filter(f -> f.has(Trait.REQUIRED) && f.initial() == null && !f.has(Trait.DERIVED))
                .map(Field::name)
                .toList();
    }

    private Map<String, Object> batch() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (known.may("create")) {
            members.put("create", Plain.array(subject.schema("record_create")));
        }
        if (known.may("update")) {
            members.put(
                    "update",
                    Plain.array(Plain.of(
                            "allOf",
                            List.of(subject.schema("record_update"), Plain.schema("Versioned")),
                            "unevaluatedProperties",
                            false)));
        }
        if (known.may("delete")) {
            members.put("delete", Plain.array(Plain.schema("Versioned")));
        }
        members.put("atomic", Plain.of("type", "boolean", "default", true));
        Map<String, Object> schema = Plain.object(members, List.of());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> object(List<Field<?>> some, Function<Field<?>, Map<String, Object>> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        some.forEach(field -> properties.put(field.name(), schema.apply(field)));
        return Plain.object(properties, List.of());
    }
}
