package io.hemai.records.verb;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.Dependence;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.metadata.fieldtype.LongTextType;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.metadata.fieldtype.TextType;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the inputs of verbs, and of other records that are forms, as plain JSON, for forms and for agents; their names and classes are those of the record. */
@Component
public class InputForms {
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            Boolean.class, "boolean",
            Integer.class, "integer",
            Long.class, "integer",
            LocalDate.class, "date",
            Instant.class, "datetime",
            LocalTime.class, "time",
            RecordId.class, "link");
    private static final String OBJECT = "object";
    private static final FieldType<String> RICH_TEXT = new RichTextType();
    /** What is written of it stands in histories only. */
    private static final FieldType<String> REASON = new LongTextType(Change.LONGEST_REASON);

    private final Metadata metadata;
    private final Gate gate;
    private final Wording wording;
    private final ValueContexts contexts;

    InputForms(Metadata metadata, Gate gate, Wording wording, ValueContexts contexts) {
        this.metadata = metadata;
        this.gate = gate;
        this.wording = wording;
        this.contexts = contexts;
    }

    /** The inputs; their texts stand under the key and their names. */
    public List<Map<String, Object>> of(Class<?> input, ObjectType type, String key) {
        return Arrays.stream(input.getRecordComponents())
                .filter(component -> isOffered(component, type))
                .map(component -> describe(component, type, key))
                .toList();
    }

    /**
     * Refuses what would come to stand in fields that the caller may not write, since a verb is no way around that, and texts that
     * do not fit where they come to stand.
     */
    void requireFit(Object input, ObjectType type) {
        Problems problems = new Problems();
        for (RecordComponent component : input.getClass().getRecordComponents()) {
            Object value = value(component, input);
            FieldRight right = right(component, type);
            if (value != null && right != FieldRight.WRITE) {
                RecordsError why =
                        right == FieldRight.MASKED ? RecordsError.MASK_WRITTEN : RecordsError.FIELD_NOT_PERMITTED;
                problems.add(name(component), why, name(component));
            } else if (value instanceof String text
                    && textType(component, type).coerce(text, contexts.current())
                            instanceof Coerced.Bad<?>(var code, var args)) {
                problems.add(name(component), code, args.toArray());
            }
        }
        problems.refuseIfAny();
    }

    /** That of the field that the text becomes; codes and ids are told apart by who looks for them. */
    private FieldType<?> textType(RecordComponent component, ObjectType type) {
        Asked asked = component.getAnnotation(Asked.class);
        if (asked != null && asked.kind().equals(RICH_TEXT.code())) {
            return RICH_TEXT;
        }
        return Optional.ofNullable(asked)
                .flatMap(a -> found(a.like(), type))
                .<FieldType<?>>map(found -> found.field().type())
                .filter(t -> t instanceof TextType || t instanceof LongTextType)
                .orElse(REASON);
    }

    private static @Nullable Object value(RecordComponent component, Object input) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An input cannot be read: " + component, e);
        }
    }

    /** Not what the caller may not write and the verb does without. */
    private boolean isOffered(RecordComponent component, ObjectType type) {
        Asked asked = component.getAnnotation(Asked.class);
        return (asked != null && asked.required()) || right(component, type) == FieldRight.WRITE;
    }

    /** The caller's on the field that the input becomes. */
    private FieldRight right(RecordComponent component, ObjectType type) {
        Asked asked = component.getAnnotation(Asked.class);
        return asked == null
                ? FieldRight.WRITE
                : found(asked.like(), type)
                        .map(found -> gate.rights(Acting.who(), found.type()).on(found.field()))
                        .orElse(FieldRight.WRITE);
    }

    /** The name of a member outside. */
    static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> describe(RecordComponent component, ObjectType type, String key) {
        String name = name(component);
        Asked asked = component.getAnnotation(Asked.class);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", name);
        plain.put("label", wording.label(key + "." + name).sorted());
        plain.put("required", asked != null && asked.required());
        shape(component, type, key + "." + name, plain);
        if (asked != null) {
            like(asked, type, plain);
            words(asked, type, key + "." + name, plain);
        }
        return plain;
    }

    private void shape(RecordComponent component, ObjectType type, String key, Map<String, Object> plain) {
        Class<?> one = one(component);
        boolean many = List.class.isAssignableFrom(component.getType());
        plain.put("type", TYPES.getOrDefault(one, OBJECT));
        plain.put("many", many);
        if (one.isRecord() && !TYPES.containsKey(one)) {
            plain.put("members", of(one, type, key));
        }
    }

    /** The class of the input, or of each in its list. */
    private static Class<?> one(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list
                && List.class.isAssignableFrom(component.getType())) {
            Type each = list.getActualTypeArguments()[0];
            return each instanceof Class<?> known ? known : Object.class;
        }
        return component.getType();
    }

    private void like(Asked asked, ObjectType type, Map<String, Object> plain) {
        Optional<Field<?>> field = field(asked.like(), type);
        field.ifPresent(f -> {
            plain.put("type", f.type().code());
            if (f.type() instanceof LinkType link) {
                plain.put("target", link.target());
            }
            if (f.type() instanceof ListsChoices listed) {
                boolean told = asked.like().equals(f.name()) && depends(f, type, plain);
                plain.put("open", listed.open());
                plain.put(
                        "choices",
                        listed.choices().all().stream()
                                .filter(choice -> choice.active())
                                .map(choice -> choice(choice, told))
                                .toList());
            }
        });
    }

    /** Tells on which field of the record the choices depend, to who sees that field. */
    private boolean depends(Field<?> field, ObjectType type, Map<String, Object> plain) {
        Optional<Field<?>> on =
                Dependence.of(type, field).<Field<?>>map(Dependence::on).filter(gate.rights(Acting.who(), type)::sees);
        on.ifPresent(f -> plain.put("depends_on", f.name()));
        return on.isPresent();
    }

    private static Map<String, Object> choice(Choice choice, boolean dependence) {
        Map<String, Object> plain = choice(choice.code(), choice.label().sorted());
        if (dependence && !choice.when().isEmpty()) {
            plain.put("when", choice.when());
        }
        return plain;
    }

    /** The field, as far as the caller knows of it. */
    private Optional<Field<?>> field(String path, ObjectType type) {
        return found(path, type)
                .filter(found -> gate.rights(Acting.who(), found.type()).knows(found.field()))
                .map(Found::field);
    }

    private record Found(ObjectType type, Field<?> field) {}

    private Optional<Found> found(String path, ObjectType type) {
        int point = path.indexOf('.');
        Optional<ObjectType> of =
                point < 0 ? Optional.of(type) : metadata.current().find(path.substring(0, point));
        return of.flatMap(object -> object.field(path.substring(point + 1)).map(field -> new Found(object, field)));
    }

    private void words(Asked asked, ObjectType type, String key, Map<String, Object> plain) {
        if (!asked.kind().isEmpty()) {
            plain.put("type", asked.kind());
        }
        if (!asked.target().isEmpty()) {
            plain.put("target", asked.target().equals(Asked.SAME) ? type.name() : asked.target());
        }
        if (asked.choices().length > 0) {
            plain.put("type", "choice");
            plain.put(
                    "choices",
                    Arrays.stream(asked.choices())
                            .map(code ->
                                    choice(code, wording.label(key + "." + code).sorted()))
                            .toList());
        }
        if (!asked.initially().isEmpty()) {
            plain.put("default", initial(asked.initially(), plain.get("type")));
        }
    }

    private static Object initial(String text, @Nullable Object type) {
        return "boolean".equals(type) ? (Object) Boolean.valueOf(text) : text;
    }

    private static Map<String, Object> choice(String code, Map<String, String> label) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", code);
        plain.put("label", label);
        return plain;
    }
}
