package io.hemai.metadata;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.computed.ObjectFormulas;
import io.hemai.metadata.computed.RuleText;
import io.hemai.metadata.computed.ValidationRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All objects of a tenant; tenants that changed nothing share one instance. */
public final class ObjectTypes {
    private final Map<String, ObjectType> byName = new LinkedHashMap<>();
    private final Map<String, List<Link>> into = new LinkedHashMap<>();
    private final Map<String, List<AwayField>> away;
    private final List<RuleText> ruleTexts;
    private final Map<String, List<ValidationRule>> rules = new ConcurrentHashMap<>();
    private final Map<String, ObjectFormulas> formulas = new ConcurrentHashMap<>();

    public ObjectTypes(Collection<ObjectType> all) {
        this(all, Map.of(), List.of());
    }

    /**
     * All objects.
     *
     * @param away by the name of their object, which may be away itself, what can be restored
     * @param rules the conditions in force under which records are refused
     */
    public ObjectTypes(Collection<ObjectType> all, Map<String, List<AwayField>> away, List<RuleText> rules) {
        this.ruleTexts = List.copyOf(rules);
        this.away = away;
        all.forEach(type -> byName.put(type.name(), type));
        all.stream()
                .flatMap(type -> type.links().stream())
                .forEach(link -> into.computeIfAbsent(link.target(), t -> new ArrayList<>())
                        .add(link));
    }

    /** Every object, in the order declared. */
    public Collection<ObjectType> all() {
        return byName.values();
    }

    public Optional<ObjectType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The object of that name, or a refusal that says there is none. */
    public ObjectType require(String name) {
        return find(name).orElseThrow(() -> Refusal.of(MetadataError.UNKNOWN_OBJECT, name));
    }

    /** The tenant's form of a declared object. */
    public ObjectType of(StandardObject declared) {
        return require(declared.name());
    }

    /** The links by which records of other objects lead to this one. */
    public List<Link> into(ObjectType type) {
        return into.getOrDefault(type.name(), List.of());
    }

    /** The link that the object calls by that inverse name, such as {@code contacts} of an account. */
    public Optional<Link> inverse(ObjectType type, String name) {
        return into(type).stream()
                .filter(link -> !name.isEmpty() && link.type().inverse().equals(name))
                .findFirst();
    }

    /** The fields of the object that are worked out by formulas. */
    public ObjectFormulas formulas(ObjectType type) {
        return formulas.computeIfAbsent(type.name(), name -> ObjectFormulas.of(this, require(name)));
    }

    /** The conditions under which records of the object are refused. */
    public List<ValidationRule> rules(ObjectType type) {
        return rules.computeIfAbsent(
                type.name(),
                name -> ruleTexts.stream()
                        .filter(text -> text.object().equals(name))
                        .flatMap(text -> ValidationRule.of(this, require(name), text).stream())
                        .toList());
    }

    /** Fields of an object, which may be away itself, that nobody sees but that can be restored with their values. */
    public List<Field<?>> away(String object, Instant now) {
        return away.getOrDefault(object, List.of()).stream()
                .filter(field -> now.isBefore(field.until()))
                .<Field<?>>map(AwayField::field)
                .toList();
    }
}
