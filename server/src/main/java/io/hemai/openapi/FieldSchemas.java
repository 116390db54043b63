package io.hemai.openapi;

import io.hemai.access.FieldRight;
import io.hemai.metadata.Choice;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.metadata.fieldtype.StoredFileType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas of a field's values as a reader gets and sends them. */
final class FieldSchemas {
    private static final String READ_ONLY = "readOnly";
    /** Beyond it the list of what choices mean is for metadata to tell. */
    private static final int MOST_CHOICES_TOLD = 60;

    private final Locale reader;

    FieldSchemas(Locale reader) {
        this.reader = reader;
    }

    /** The value in answers; a masked one is text. */
    Map<String, Object> read(Field<?> field, FieldRight right) {
        boolean always =
                field.name().equals(CommonFields.ID.name()) || field.name().equals(CommonFields.VERSION.name());
        Map<String, Object> value = value(field, right);
        Map<String, Object> schema = described(field, always ? value : Plain.nullable(value));
        if (field.has(Trait.READ_ONLY) || right != FieldRight.WRITE) {
            schema.put(READ_ONLY, true);
        }
        return schema;
    }

    private static Map<String, Object> value(Field<?> field, FieldRight right) {
        if (right == FieldRight.MASKED) {
            return Plain.of("type", "string", "examples", List.of("***"));
        }
        return switch (field.type()) {
            case LinkType link -> Plain.schema("Link");
            case StoredFileType file -> Plain.schema("File");
            case FieldType<?> other -> other.schema();
        };
    }

    /** The value in requests; null empties what need not be there. */
    Map<String, Object> written(Field<?> field) {
        Map<String, Object> value = field.type().inputSchema();
        return described(field, field.has(Trait.REQUIRED) ? value : Plain.nullable(value));
    }

    private Map<String, Object> described(Field<?> field, Map<String, Object> value) {
        Map<String, Object> schema = new LinkedHashMap<>(value);
        schema.put("title", field.label().in(reader));
        String description = Stream.of(help(field), choices(field))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        schema.put("x-type", field.type().code());
        if (field.type() instanceof LinkType link) {
            schema.put("x-target", link.target());
        }
        return schema;
    }

    private String help(Field<?> field) {
        return field.help() == null ? "" : field.help().in(reader);
    }

    /** What the codes mean. */
    private String choices(Field<?> field) {
        if (!(field.type() instanceof ListsChoices listed)
                || listed.choices().all().size() > MOST_CHOICES_TOLD) {
            return "";
        }
        return listed.choices().all().stream()
                .filter(Choice::active)
                .map(choice -> "`" + choice.code() + "` " + choice.label().in(reader))
                .collect(Collectors.joining(" · "));
    }
}
