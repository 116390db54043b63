package io.hemai.openapi;

import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.StoredFileType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Examples of records: what a module gives as one, else what the fields' types give. */
final class Examples {
    private static final int MOST_FIELDS = 6;
    /** Their examples would lead to records and files that nobody has. */
    private static final Set<String> LEADING = Set.of("about", "file", "image", "auto_number");
    /** Every record has them. */
    private static final Set<String> COMMON = Set.of("external_id", "owner", "department");

    private final Locale reader;

    Examples(Locale reader) {
        this.reader = reader;
    }

    /**
     * A new record.
     *
     * @param given what the object's module gives as an example
     * @param required names of the fields that must be there
     */
    Map<String, Object> created(Known known, Map<String, Object> given, List<String> required) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Field<?> field : known.created()) {
            if (given.containsKey(field.name())) {
                example.put(field.name(), given.get(field.name()));
            } else if (required.contains(field.name()) || (given.isEmpty() && speaks(field, example.size()))) {
                example.put(field.name(), value(field, field.type().inputSchema()));
            }
        }
        return example;
    }

    private static boolean speaks(Field<?> field, int already) {
        return already < MOST_FIELDS
                && !(field.type() instanceof LinkType)
                && !LEADING.contains(field.type().code())
                && !COMMON.contains(field.name());
    }

    /** The answer for such a record, in short. */
    Map<String, Object> read(Known known, FieldSchemas schemas, Map<String, Object> created) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Field<?> field : known.read()) {
            boolean identity = Set.of("id", "version", "created_at").contains(field.name());
            if (identity || created.containsKey(field.name())) {
                example.put(
                        field.name(),
                        answered(field, schemas.read(field, known.rights().on(field)), created));
            }
        }
        return example;
    }

    /** Text and codes are answered as they were sent, where the text has no form of its own. */
    private Object answered(Field<?> field, Map<String, Object> schema, Map<String, Object> created) {
        Object sent = created.get(field.name());
        boolean formed = schema.containsKey("pattern") || schema.containsKey("format");
        boolean free = isText(schema)
                && !formed
                && (schema.containsKey("enum") || known(schema).isEmpty());
        return sent instanceof Boolean || (sent instanceof String && free) ? sent : value(field, schema);
    }

    private static boolean isText(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> types
                ? types.contains("string")
                : "string".equals(schema.get("type"));
    }

    private static Optional<Object> known(Map<String, Object> schema) {
        return Plain.elements(schema.get("examples")).stream().findFirst();
    }

    private Object value(Field<?> field, Map<String, Object> schema) {
        if (!schema.containsKey("$ref") && !leads(schema)) {
            return of(field, schema);
        }
        String id = "01980c2f-7a10-7cc3-9d0e-4f1f2a6b3c4d";
        return field.type() instanceof StoredFileType
                ? Plain.of("id", id, "name", "报价单.pdf", "size", 48_213, "type", "application/pdf")
                : Plain.of("id", id, "label", "…");
    }

    private static boolean leads(Map<String, Object> schema) {
        return Plain.elements(schema.get("anyOf")).stream()
                .anyMatch(one -> Plain.members(one).containsKey("$ref"));
    }

    private Object of(Field<?> field, Map<String, Object> schema) {
        Optional<Object> given = known(schema);
        if (given.isPresent()) {
            return given.get();
        }
        if (schema.get("enum") instanceof List<?> codes) {
            return codes.getFirst();
        }
        if (schema.get("anyOf") instanceof List<?> several) {
            return of(field, Plain.members(several.getFirst()));
        }
        Object type = schema.get("type") instanceof List<?> types ? types.getFirst() : schema.get("type");
        return switch (String.valueOf(type)) {
            case "boolean" -> true;
            case "integer" -> 1;
            case "array" -> List.of(of(field, Plain.members(schema.get("items"))));
            case "object" -> members(field, schema);
            default -> text(field, schema);
        };
    }

    private Map<String, Object> members(Field<?> field, Map<String, Object> schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        Plain.members(schema.get("properties"))
                .forEach((name, property) -> members.put(name, of(field, Plain.members(property))));
        return members;
    }

    private String text(Field<?> field, Map<String, Object> schema) {
        String label = field.label().in(reader);
        int most = schema.get("maxLength") instanceof Integer length ? length : label.length();
        return label.substring(0, Math.min(most, label.length()));
    }
}
