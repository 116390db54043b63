package io.hemai.access;

import io.hemai.kernel.Filter;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Works out what a person may do with an object, from nothing but where the person stands and what the objects are. */
final class Entitlements {
    /** A line of a line of a line is as deep as anybody goes; it also ends a circle. */
    private static final int DEEPEST_LINE = 3;

    private final Standing standing;
    private final Function<String, Optional<ObjectType>> types;
    private final Supplier<ObjectTypes> all;
    private final Supplier<ObjectTypes> withAway;
    private final Supplier<Set<String>> gone;
    private final RowRights rows;

    /**
     * @param all every object, for what a record of one may tell of others
     * @param withAway those and what is deleted and can be restored: what was withheld of it is so until it comes back
     * @param gone what is gone for good, of which nobody can tell any more who saw it
     */
    Entitlements(
            Standing standing, Supplier<ObjectTypes> all, Supplier<ObjectTypes> withAway, Supplier<Set<String>> gone) {
        this.standing = standing;
        this.types = name -> all.get().find(name);
        this.all = all;
        this.withAway = withAway;
        this.gone = gone;
        this.rows = new RowRights(standing, types, this::withheld);
    }

    Rights on(ObjectType type) {
        return on(type, DEEPEST_LINE);
    }

    /** What the person would read if it did not matter which fields a record names, but only of whose values it tells. */
    Filter readableDespiteNames(ObjectType type) {
        return new RowRights(
                        standing,
                        types,
                        () -> withheld().stream()
                                .filter(name -> !name.contains(".") || name.endsWith("="))
                                .toList())
                .readable(type);
    }

    private Rights on(ObjectType type, int depth) {
        if (!type.is(ObjectTrait.LINE)) {
            return ofRecord(type);
        }
        Optional<Link> master = type.master();
        return depth == 0 || master.isEmpty()
                ? Rights.none()
                : types.apply(master.get().target())
                        .map(m -> ofLine(type, master.get(), on(m, depth - 1)))
                        .orElseGet(Rights::none);
    }

    private Rights ofRecord(ObjectType type) {
        Filter read = rows.readable(type);
        boolean create = !type.is(ObjectTrait.READ_ONLY) && anyGrants(type, ObjectGrant::create);
        if (read.equals(Filter.none()) && !create) {
            return Rights.none();
        }
        return new Rights(
                create,
                read,
                rows.changeable(type),
                rows.deletable(type),
                anyGrants(type, ObjectGrant::export),
                !type.is(ObjectTrait.READ_ONLY) && anyGrants(type, ObjectGrant::imports),
                fields(type, type));
    }

    /** A line is part of its master: to add, change or take away one is to change the master. */
    private Rights ofLine(ObjectType type, Link link, Rights master) {
        Filter read = rows.disclosed(type, through(link, master.read()));
        if (read.equals(Filter.none())) {
            return Rights.none();
        }
        Filter change =
                type.is(ObjectTrait.READ_ONLY) ? Filter.none() : rows.disclosed(type, through(link, master.update()));
        boolean changes = !change.equals(Filter.none());
        return new Rights(
                changes,
                read,
                change,
                change,
                master.export(),
                changes && master.imports(),
                fields(type, topMaster(type)));
    }

    /** A line always has its master. */
    private static Filter through(Link link, Filter masters) {
        return masters.equals(Filter.all()) ? masters : RowRights.through(link, masters);
    }

    private ObjectType topMaster(ObjectType line) {
        ObjectType at = line;
        for (int i = 0; i < DEEPEST_LINE && at.is(ObjectTrait.LINE); i++) {
            at = at.master().flatMap(l -> types.apply(l.target())).orElse(line);
        }
        return at;
    }

    private boolean anyGrants(ObjectType type, Predicate<ObjectGrant> right) {
        return standing.grants(type).stream().anyMatch(right);
    }

    /**
     * The most generous of what the roles say, of those that allow anything with the object. A role that writes no record
     * gives no right to write a field.
     */
    private Map<String, FieldRight> fields(ObjectType type, ObjectType granted) {
        List<Role> speaking = standing.roles().stream()
                .filter(r -> r.on(granted).filter(ObjectGrant::allowsAny).isPresent())
                .toList();
        Map<String, FieldRight> limited = new HashMap<>();
        for (Field<?> field : type.fields()) {
            if (speaking.stream().anyMatch(r -> r.on(type, field.name()).isPresent())) {
                limited.put(
                        field.name(),
                        speaking.stream()
                                .map(r -> right(r, type, field, granted))
                                .max(Comparator.naturalOrder())
                                .orElse(FieldRight.HIDDEN));
            }
        }
        if (!standing.abilities().contains(Role.SHAPING)) {
            type.fieldWith(Trait.AUDIENCE).ifPresent(f -> limited.merge(f.name(), FieldRight.READ, Rights::less));
        }
        for (Field<?> field : type.fields()) {
            String source = field.repeats();
            if (source != null && limited.containsKey(source)) {
                FieldRight most = limited.get(source);
                limited.merge(field.name(), most, Rights::less);
            }
        }
        return limited;
    }

    /** What the person does not know of, or may not see the values of, in the words of {@link Trait#DISCLOSES}. */
    private List<String> withheld() {
        ObjectTypes there = all.get();
        ObjectTypes once = withAway.get();
        Set<String> withheld = new TreeSet<>(withheldOf(there));
        if (once != there) {
            withheld.addAll(new Entitlements(standing, withAway, withAway, gone).withheldOf(once));
        }
        gone.get().forEach(name -> withheld.add(name.contains(".") ? name + "=" : name));
        return List.copyOf(withheld);
    }

    private List<String> withheldOf(ObjectTypes objects) {
        List<String> withheld = new ArrayList<>();
        for (ObjectType type : objects.all()) {
            boolean telling = type.is(ObjectTrait.INTERNAL)
                    || type.fieldWith(Trait.DISCLOSES).isPresent();
            if (!telling && on(type).read().equals(Filter.none())) {
                withheld.add(type.name());
            } else if (!telling) {
                on(type).fields().forEach((field, right) -> {
                    if (right.compareTo(FieldRight.READ) < 0) {
                        withheld.add(type.name() + "." + field + "=");
                    }
                    if (right == FieldRight.HIDDEN) {
                        withheld.add(type.name() + "." + field);
                    }
                });
            }
        }
        return withheld;
    }

    private static FieldRight right(Role role, ObjectType type, Field<?> field, ObjectType granted) {
        FieldRight said = role.on(type, field.name()).orElse(FieldRight.WRITE);
        boolean writes = role.on(granted).filter(ObjectGrant::writes).isPresent();
        return writes || said != FieldRight.WRITE ? said : FieldRight.READ;
    }
}
