package io.hemai.access;

import io.hemai.identity.Scope;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an identity may do with the records of an object.
 *
 * @param read which records it sees
 * @param update which of those it may change
 * @param delete which of those it may delete
 * @param fields rights on fields that are not {@link FieldRight#WRITE}, by name
 */
public record Rights(
        boolean create,
        Filter read,
        Filter update,
        Filter delete,
        boolean export,
        boolean imports,
        Map<String, FieldRight> fields) {
    public Rights {
        fields = Map.copyOf(fields);
    }

    /** Everything. */
    public static Rights full() {
        return new Rights(true, Filter.all(), Filter.all(), Filter.all(), true, true, Map.of());
    }

    /** Nothing. */
    public static Rights none() {
        return new Rights(false, Filter.none(), Filter.none(), Filter.none(), false, false, Map.of());
    }

    /** The same rights on the object as far as a token with those scopes may use them. */
    Rights within(Set<Scope> scopes, ObjectType type) {
        boolean writes = writes(scopes, type);
        return new Rights(
                create && writes,
                read,
                writes ? update : Filter.none(),
                writes ? delete : Filter.none(),
                export && scopes.contains(Scope.EXPORTS),
                imports && writes && scopes.contains(Scope.IMPORTS),
                scopes.contains(Role.SHAPING.scope()) ? fields : withoutAudience(type));
    }

    private static boolean writes(Set<Scope> scopes, ObjectType type) {
        if (Role.isOfPeople(type)) {
            return scopes.contains(AdminAbility.PEOPLE.scope());
        }
        return type.is(ObjectTrait.SHAPE)
                ? scopes.contains(Role.SHAPING.scope())
                : scopes.contains(Scope.RECORDS_WRITE) || scopes.contains(Scope.IMPORTS);
    }

    private Map<String, FieldRight> withoutAudience(ObjectType type) {
        Map<String, FieldRight> less = new HashMap<>(fields);
        type.fieldWith(Trait.AUDIENCE)
                .filter(f -> on(f) == FieldRight.WRITE)
                .ifPresent(f -> less.put(f.name(), FieldRight.READ));
        return less;
    }

    /** What may be done by who may do no more than these and no more than the other ones. */
    Rights both(Rights other) {
        Map<String, FieldRight> least = new HashMap<>(fields);
        other.fields.forEach((field, right) -> least.merge(field, right, Rights::less));
        return new Rights(
                create && other.create,
                both(read, other.read),
                both(update, other.update),
                both(delete, other.delete),
                export && other.export,
                imports && other.imports,
                least);
    }

    static Filter both(Filter one, Filter other) {
        if (one.equals(Filter.none()) || other.equals(Filter.none())) {
            return Filter.none();
        }
        return one.equals(other) ? one : one.and(other);
    }

    static FieldRight less(FieldRight one, FieldRight other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What may be done with the field. */
    public FieldRight on(Field<?> field) {
        return fields.getOrDefault(field.name(), FieldRight.WRITE);
    }

    /** Whether the identity knows of the field. */
    public boolean knows(Field<?> field) {
        return on(field) != FieldRight.HIDDEN;
    }

    /** Whether the identity sees the field's value itself. */
    public boolean sees(Field<?> field) {
        return on(field).compareTo(FieldRight.READ) >= 0;
    }

    /** The fields that the identity knows of. */
    public List<Field<?>> known(ObjectType type) {
        return type.fields().stream().filter(this::knows).toList();
    }
}
