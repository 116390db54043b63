package io.hemai.access;

import io.hemai.access.DataScope.Level;
import io.hemai.kernel.Label;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named bundle of rights that people are given; several add up.
 *
 * @param objects what it allows by object name; {@link #EVERY_OTHER} speaks for objects without an entry of their own
 * @param fields rights by {@code object.field}; a field that is not named is written with its record
 * @param delivered whether it comes with Hemai
 */
public record Role(
        String name,
        Label label,
        Map<String, ObjectGrant> objects,
        Map<String, FieldRight> fields,
        Set<AdminAbility> abilities,
        boolean delivered) {
    /** The role that may do everything. */
    public static final String ADMIN = "admin";
    /** Named in an audience it stands for the people of every role. */
    public static final String EVERYONE = "everyone";
    /** What people need to shape objects, and to say what everybody's desk looks like. */
    public static final AdminAbility SHAPING = AdminAbility.META;
    /** Stands for every object without an entry of its own. */
    public static final String EVERY_OTHER = "*";

    /** Objects whose records {@link AdminAbility#PEOPLE} alone makes and changes: by them people would raise themselves, or put deadlines off. */
    private static final Set<String> PEOPLE = Set.of("user", "department", "working_calendar", "working_day");

    public Role {
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
        abilities = Set.copyOf(abilities);
    }

    /** What it allows with the object. */
    public Optional<ObjectGrant> on(ObjectType type) {
        if (type.is(ObjectTrait.INTERNAL)) {
            return Optional.empty();
        }
        if (type.is(ObjectTrait.SHAPE)) {
            // it names fields and objects that are hidden from others
            return abilities.contains(SHAPING) ? Optional.of(ObjectGrant.full()) : Optional.empty();
        }
        if (type.is(ObjectTrait.PERSONAL)) {
            return Optional.of(objects.getOrDefault(type.name(), ObjectGrant.ofOwn()));
        }
        Optional<ObjectGrant> said = Optional.ofNullable(objects.get(type.name()))
                .or(() -> Optional.ofNullable(objects.get(EVERY_OTHER))
                        .map(g -> type.is(ObjectTrait.OWNED) ? g : g.ofOwnerless()))
                .or(() -> type.is(ObjectTrait.REFERENCE)
                        ? Optional.of(ObjectGrant.reading(Level.ALL))
                        : Optional.empty());
        return isOfPeople(type) ? said.map(this::onPeople) : said;
    }

    /** Whether only {@link AdminAbility#PEOPLE} makes and changes records of the object. */
    static boolean isOfPeople(ObjectType type) {
        return PEOPLE.contains(type.name());
    }

    private ObjectGrant onPeople(ObjectGrant said) {
        return abilities.contains(AdminAbility.PEOPLE) ? ObjectGrant.full() : ObjectGrant.reading(said.read());
    }

    /** What its people may do with a field; empty when it says nothing of it. */
    public Optional<FieldRight> on(ObjectType type, String field) {
        return Optional.ofNullable(fields.get(type.name() + "." + field));
    }

    /** The same with what an older form says of objects and fields that are not there, where this one says nothing of them. */
    Role keeping(Role older, ObjectTypes there) {
        Map<String, ObjectGrant> grants = new HashMap<>(objects);
        older.objects.forEach((object, grant) -> {
            if (!object.equals(EVERY_OTHER) && there.find(object).isEmpty()) {
                grants.putIfAbsent(object, grant);
            }
        });
        Map<String, FieldRight> limits = new HashMap<>(fields);
        older.fields.forEach((path, right) -> {
            int dot = path.indexOf('.');
            if (there.find(path.substring(0, dot))
                    .flatMap(type -> type.field(path.substring(dot + 1)))
                    .isEmpty()) {
                limits.putIfAbsent(path, right);
            }
        });
        return new Role(name, label, grants, limits, abilities, delivered);
    }

    /** Whether one of its scopes on the object is the filter. */
    boolean asksBy(ObjectType type, Map<String, @Nullable Object> filter) {
        ObjectGrant grant = objects.get(type.name());
        return grant != null
                && Stream.of(grant.read(), grant.update(), grant.delete()).anyMatch(scope -> scope.asksBy(filter));
    }

    /** The role in the form of the API. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("label", label.sorted());
        Map<String, Object> grants = new TreeMap<>();
        objects.forEach((object, grant) -> grants.put(object, grant.json()));
        json.put("objects", grants);
        Map<String, Object> limits = new TreeMap<>();
        fields.forEach((path, right) -> limits.put(path, right.code()));
        json.put("fields", limits);
        json.put("admin", abilities.stream().sorted().map(AdminAbility::code).toList());
        json.put("delivered", delivered);
        return json;
    }
}
