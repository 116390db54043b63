package io.hemai.shaping;

import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.kernel.Limits;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Look;
import io.hemai.metadata.MetaSupplement;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Section;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes objects as plain JSON, with what the reader may do. */
@Component
class ObjectDescriptions {
    private final FieldDescriptions fields;
    private final List<MetaSupplement> supplements;
    private final Wording wording;

    ObjectDescriptions(FieldDescriptions fields, List<MetaSupplement> supplements, Wording wording) {
        this.fields = fields;
        this.supplements = supplements;
        this.wording = wording;
    }

    /** What a menu needs of an object. */
    Map<String, Object> brief(ObjectType type, Rights rights) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", type.name());
        plain.put("label", type.label().sorted());
        plain.put("plural", type.plural().sorted());
        Look look = type.look();
        put(plain, "icon", look.icon());
        put(plain, "color", look.color());
        if (!look.menu()) {
            plain.put("menu", false);
        }
        plain.put("arranged", look.arranged());
        plain.put("module", type.module());
        plain.put("custom", type.is(ObjectTrait.CUSTOM));
        plain.put("personal", type.is(ObjectTrait.PERSONAL));
        plain.put(
                "traits",
                type.traits().stream().map(ObjectDescriptions::code).sorted().toList());
        plain.put("name_field", type.nameField().name());
        plain.put("can", can(rights));
        return plain;
    }

    /**
     * Everything of an object.
     *
     * @param known the objects that the reader knows of
     * @param shapes whether the reader shapes objects
     */
    Map<String, Object> full(
            ObjectType type, ObjectTypes all, Rights rights, Predicate<ObjectType> known, boolean shapes) {
        Map<String, Object> plain = brief(type, rights);
        plain.put(
                "fields",
                type.fields().stream()
                        .filter(rights::knows)
                        .map(f -> fields.describe(f, rights.on(f), isTold(f, type, rights, shapes), shapes))
                        .toList());
        plain.put("sections", sections(type, rights));
        plain.put("columns", known(type.look().columns(), type, rights));
        plain.put(
                "links",
                type.links().stream()
                        .filter(link -> rights.knows(link.field()))
                        .map(ObjectDescriptions::link)
                        .toList());
        plain.put(
                "inverses",
                all.into(type).stream()
                        .filter(link -> !link.type().inverse().isEmpty())
                        .filter(link -> all.find(link.from()).filter(known).isPresent())
                        .map(link -> inverse(link, all))
                        .toList());
        plain.put("limits", limits());
        supplements.forEach(s -> put(plain, s.member(), s.of(type)));
        return plain;
    }

    /** Whether the reader is told on what the choices of a field depend: who sees that field, and who shapes it while it is away. */
    private static boolean isTold(Field<?> field, ObjectType type, Rights rights, boolean shapes) {
        return field.type() instanceof ListsChoices listed
                && Optional.ofNullable(listed.choices().dependsOn())
                        .map(on -> type.field(on).map(rights::sees).orElse(shapes))
                        .orElse(false);
    }

    /** Only what the reader knows of; a section of which nothing is left says nothing. */
    private static List<Map<String, Object>> sections(ObjectType type, Rights rights) {
        return type.sections().stream()
                .map(section -> section(section, type, rights))
                .filter(plain -> !List.of().equals(plain.get("fields")))
                .toList();
    }

    private static Map<String, Object> section(Section section, ObjectType type, Rights rights) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", section.name());
        plain.put("label", section.label().sorted());
        plain.put("fields", known(section.fields(), type, rights));
        return plain;
    }

    /** Those of which the reader knows. */
    private static List<String> known(List<String> names, ObjectType type, Rights rights) {
        return names.stream()
                .filter(name -> type.field(name).filter(rights::knows).isPresent())
                .toList();
    }

    private static Map<String, Object> can(Rights rights) {
        Map<String, Object> can = new LinkedHashMap<>();
        can.put("read", !rights.read().equals(Filter.none()));
        can.put("create", rights.create());
        can.put("update", !rights.update().equals(Filter.none()));
        can.put("delete", !rights.delete().equals(Filter.none()));
        can.put("export", rights.export());
        can.put("import", rights.imports());
        return can;
    }

    private static Map<String, Object> link(Link link) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("field", link.name());
        plain.put("target", link.target());
        plain.put("on_delete", code(link.type().onDelete()));
        plain.put("inverse", link.type().inverse());
        plain.put("followed", link.type().followed());
        return plain;
    }

    /** Called as the texts say, such as 下属公司; else by what it leads to. */
    private Map<String, Object> inverse(Link link, ObjectTypes all) {
        String key = link.from() + "." + link.name() + ".inverse";
        Optional<Label> called = wording.has(key)
                ? Optional.of(wording.label(key))
                : all.find(link.from()).map(ObjectType::plural);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", link.type().inverse());
        plain.put("object", link.from());
        plain.put("field", link.name());
        called.ifPresent(label -> plain.put("label", label.sorted()));
        return plain;
    }

    private static Map<String, Object> limits() {
        return Map.of(
                "fields", Limits.FIELDS_PER_OBJECT,
                "page", Limits.PAGE,
                "sort_keys", Limits.SORT_KEYS,
                "filter_depth", Limits.FILTER_DEPTH,
                "filter_leaves", Limits.FILTER_LEAVES,
                "in_values", Limits.IN_VALUES,
                "link_hops", Limits.LINK_HOPS);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void put(Map<String, Object> plain, String member, @Nullable Object value) {
        if (value != null) {
            plain.put(member, value);
        }
    }
}
