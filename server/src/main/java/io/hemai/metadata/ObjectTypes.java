package io.hemai.metadata;

import io.hemai.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All objects of a tenant; tenants that changed nothing share one instance. */
public final class ObjectTypes {
    private final Map<String, ObjectType> byName = new LinkedHashMap<>();
    private final Map<String, List<Link>> into = new LinkedHashMap<>();
    private final Map<String, List<AwayField>> away;

    public ObjectTypes(Collection<ObjectType> all) {
        this(all, Map.of());
    }

    /**
     * All objects.
     *
     * @param away by the name of their object, which may be away itself, what can be restored
     */
    public ObjectTypes(Collection<ObjectType> all, Map<String, List<AwayField>> away) {
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

    /** Fields of an object, which may be away itself, that nobody sees but that can be restored with their values. */
    public List<Field<?>> away(String object, Instant now) {
        return away.getOrDefault(object, List.of()).stream()
                .filter(field -> now.isBefore(field.until()))
                .<Field<?>>map(AwayField::field)
                .toList();
    }
}
