package io.hemai.metadata;

import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object as a tenant has it: the declaration and the company's own additions, immutable and replaced whole. */
public final class ObjectType {
    private final String name;
    private final String module;
    private final Label label;
    private final Label plural;
    private final Look look;
    private final Set<ObjectTrait> traits;
    private final List<Field<?>> fields;
    private final List<Section> sections;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<Link> allLinks;

    /**
     * @param fields common ones first
     */
    public ObjectType(
            String name, String module, Label label, Label plural, Set<ObjectTrait> traits, List<Field<?>> fields) {
        this(name, module, label, plural, Look.USUAL, traits, fields, List.of());
    }

    /**
     * @param fields common ones first
     * @param sections the groups in which fields stand together
     */
    public ObjectType(
            String name,
            String module,
            Label label,
            Label plural,
            Look look,
            Set<ObjectTrait> traits,
            List<Field<?>> fields,
            List<Section> sections) {
        this.name = name;
        this.module = module;
        this.label = label;
        this.plural = plural;
        this.look = look;
        this.traits = Set.copyOf(traits);
        this.fields = List.copyOf(fields);
        this.sections = List.copyOf(sections);
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            places.put(field.name(), i);
            Link.of(name, field).ifPresent(link -> links.put(field.name(), link));
        }
        this.allLinks = List.copyOf(links.values());
    }

    /** Name in the API, and of the table. */
    public String name() {
        return name;
    }

    public String module() {
        return module;
    }

    public Label label() {
        return label;
    }

    public Label plural() {
        return plural;
    }

    /** How the interface shows it. */
    public Look look() {
        return look;
    }

    public Set<ObjectTrait> traits() {
        return traits;
    }

    public boolean is(ObjectTrait trait) {
        return traits.contains(trait);
    }

    /** All fields, common ones first. */
    public List<Field<?>> fields() {
        return fields;
    }

    /** The groups in which the module that declares it lets fields stand together. */
    public List<Section> sections() {
        return sections;
    }

    /** The fields that lead to other records. */
    public List<Link> links() {
        return allLinks;
    }

    public Optional<Field<?>> field(String fieldName) {
        Integer place = places.get(fieldName);
        return place == null ? Optional.empty() : Optional.of(fields.get(place));
    }

    /** The field of that name, or a refusal that says there is none. */
    public Field<?> requireField(String fieldName) {
        return field(fieldName)
                .orElseThrow(() -> Refusal.ofField(fieldName, MetadataError.UNKNOWN_FIELD, name, fieldName));
    }

    /** The link of that name. */
    public Optional<Link> link(String fieldName) {
        return Optional.ofNullable(links.get(fieldName));
    }

    /** The place of a field in rows of this type. */
    public int place(Field<?> field) {
        Integer place = places.get(field.name());
        if (place == null) {
            throw new IllegalArgumentException(name + " has no field " + field.name());
        }
        return place;
    }

    /** What a person calls a record; the id where nothing is better. */
    public Field<?> nameField() {
        return fields.stream().filter(f -> f.has(Trait.NAME)).findFirst().orElse(CommonFields.ID);
    }

    /** The first field with the trait. */
    public Optional<Field<?>> fieldWith(Trait trait) {
        return fields.stream().filter(f -> f.has(trait)).findFirst();
    }

    /** The link to the master, for lines. */
    public Optional<Link> master() {
        return is(ObjectTrait.LINE)
                ? allLinks.stream().filter(l -> l.type().followed()).findFirst()
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
