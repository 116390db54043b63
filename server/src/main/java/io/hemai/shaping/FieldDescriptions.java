package io.hemai.shaping;

import io.hemai.access.FieldRight;
import io.hemai.kernel.Op;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Describes fields and the types that new ones may have as plain JSON. */
@Component
class FieldDescriptions {
    private static final String CHOICES = "choices";
    private static final String DEPENDS_ON = "depends_on";

    private final JsonMapper json;

    FieldDescriptions(JsonMapper json) {
        this.json = json;
    }

    /**
     * Everything of a field.
     *
     * @param dependence whether the reader may know on what its choices depend
     * @param shapes whether the reader may know of what its value is made
     */
    Map<String, Object> describe(Field<?> field, FieldRight right, boolean dependence, boolean shapes) {
        FieldType<?> type = field.type();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", field.name());
        plain.put("type", type.code());
        plain.put("label", field.label().sorted());
        ObjectDescriptions.put(
                plain, "help", field.help() == null ? null : field.help().sorted());
        for (Trait trait : Trait.values()) {
            plain.put(trait == Trait.NAME ? "names" : ObjectDescriptions.code(trait), field.has(trait));
        }
        ObjectDescriptions.put(plain, "default", initial(field));
        plain.put("computed", field.formula() != null);
        ObjectDescriptions.put(plain, "formula", shapes ? field.formula() : null);
        settings(type, dependence, plain);
        plain.put("ops", type.ops().stream().sorted().map(Op::code).toList());
        plain.put("sortable", type.comparison().sortable());
        plain.put("access", right.code());
        return plain;
    }

    private static void settings(FieldType<?> type, boolean dependence, Map<String, Object> plain) {
        Map<String, Object> settings = new LinkedHashMap<>(type.settings());
        settings.remove(CHOICES);
        settings.remove(DEPENDS_ON);
        plain.put("settings", settings);
        if (type instanceof ListsChoices listed) {
            plain.put(
                    CHOICES,
                    listed.choices().all().stream()
                            .map(choice -> choice(choice, dependence))
                            .toList());
            plain.put("open", listed.open());
            ObjectDescriptions.put(
                    plain, DEPENDS_ON, dependence ? listed.choices().dependsOn() : null);
        }
        if (type instanceof LinkType link) {
            plain.put("target", link.target());
        }
    }

    private static Map<String, Object> choice(Choice choice, boolean dependence) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", choice.code());
        plain.put("label", choice.label().sorted());
        ObjectDescriptions.put(plain, "color", choice.color());
        plain.put("active", choice.active());
        if (dependence && !choice.when().isEmpty()) {
            plain.put("when", choice.when());
        }
        return plain;
    }

    /** What the company gave is plain JSON already; what code gave is a value of the field's own class. */
    private <T> @Nullable Object initial(Field<T> field) {
        return switch (field.initial()) {
            case null -> null;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number;
            case List<?> list -> list;
            case Map<?, ?> map -> map;
            case Object value -> written(field.type(), value);
        };
    }

    @SuppressWarnings("unchecked") // what code declares as the value of new records has the field's class
    private <T> Object written(FieldType<T> type, Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(text)) {
            type.write((T) value, generator);
        }
        return json.readTree(text.toString());
    }

    /** A type that new fields may have, with its usual settings. */
    Map<String, Object> offer(FieldType<?> type) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("type", type.code());
        plain.put("settings", type.settings());
        plain.put("ops", type.ops().stream().sorted().map(Op::code).toList());
        plain.put("sortable", type.comparison().sortable());
        return plain;
    }
}
