package io.hemai.access;

import io.hemai.access.DataScope.Level;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.MultiChoiceType;
import io.hemai.metadata.fieldtype.TextType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small company to try rights on: head office above east and south, east above a team; accounts with contacts and calls,
 * deals with lines, products that belong to nobody. Filters are answered in memory, word for word.
 */
final class SampleCompany {
    static final RecordId HEAD = RecordId.next();
    static final RecordId EAST = RecordId.next();
    static final RecordId EAST_TEAM = RecordId.next();
    static final RecordId SOUTH = RecordId.next();
    static final RecordId LI = RecordId.next();
    static final RecordId WANG = RecordId.next();
    static final RecordId ZHAO = RecordId.next();

    static final Departments DEPARTMENTS = new Departments(List.of(
            new Departments.Node(HEAD, null, null),
            new Departments.Node(EAST, HEAD, null),
            new Departments.Node(EAST_TEAM, EAST, null),
            new Departments.Node(SOUTH, HEAD, ZHAO)));

    static final ObjectType ACCOUNT = type("account", Set.of(ObjectTrait.OWNED));
    static final ObjectType CONTACT = type("contact", Set.of(ObjectTrait.OWNED), follows("account"));
    static final ObjectType CALL = type("call", Set.of(ObjectTrait.OWNED), follows("contact"));
    static final ObjectType DEAL = type("deal", Set.of(ObjectTrait.OWNED), follows("account"));
    static final ObjectType VISIT =
            type("visit", Set.of(ObjectTrait.OWNED), follows("deal"), follows("contact"), follows("account"));
    static final ObjectType DEAL_LINE = type("deal_line", Set.of(ObjectTrait.LINE), follows("deal"));
    static final ObjectType STAGE = type("stage", Set.of(ObjectTrait.LINE, ObjectTrait.READ_ONLY), follows("deal"));
    static final ObjectType PRODUCT = type("product", Set.of());
    static final ObjectType LIST = type(
            "list",
            Set.of(ObjectTrait.OWNED, ObjectTrait.PERSONAL),
            Field.of("audience", MultiChoiceType.listing(true, List.of())).audience(),
            Field.of("discloses", MultiChoiceType.listing(true, List.of())).disclosing());
    static final ObjectType CARD = type("card", Set.of(ObjectTrait.SHAPE));
    static final ObjectType USER = type("user", Set.of(ObjectTrait.KEPT, ObjectTrait.REFERENCE));
    static final ObjectTypes TYPES =
            new ObjectTypes(List.of(ACCOUNT, CONTACT, CALL, DEAL, VISIT, DEAL_LINE, STAGE, PRODUCT, LIST, CARD, USER));

    private SampleCompany() {}

    /**
     * A record.
     *
     * @param audience roles it is meant for
     * @param discloses what it tells of
     * @param shared the people and departments it is shared with, and how far
     */
    record Thing(
            ObjectType type,
            @Nullable RecordId owner,
            @Nullable RecordId department,
            Map<String, Thing> parents,
            Map<RecordId, ShareLevel> shared,
            List<String> audience,
            List<String> discloses) {
        static Thing of(ObjectType type, @Nullable RecordId owner, @Nullable RecordId department) {
            return new Thing(type, owner, department, Map.of(), Map.of(), List.of(), List.of());
        }

        Thing under(Thing... above) {
            return new Thing(
                    type,
                    owner,
                    department,
                    Stream.of(above).collect(Collectors.toMap(parent -> parent.type.name(), parent -> parent)),
                    shared,
                    audience,
                    discloses);
        }

        Thing meantFor(String... roles) {
            return new Thing(type, owner, department, parents, shared, List.of(roles), discloses);
        }

        Thing telling(String... names) {
            return new Thing(type, owner, department, parents, shared, audience, List.of(names));
        }

        Thing shared(RecordId with, ShareLevel level) {
            Map<RecordId, ShareLevel> more = new HashMap<>(shared);
            more.merge(with, level, (one, other) -> one.compareTo(other) > 0 ? one : other);
            return new Thing(type, owner, department, parents, more, audience, discloses);
        }

        private boolean isAmong(Filter.Shared wanted) {
            return shared.entrySet().stream()
                    .filter(share -> wanted.levels().contains(share.getValue().code()))
                    .map(Map.Entry::getKey)
                    .anyMatch(with ->
                            with.equals(wanted.user()) || wanted.departments().contains(with));
        }

        /** Whether it is shared with one of them so far, or further. */
        boolean isShared(ShareLevel least, RecordId... with) {
            return Stream.of(with).map(shared::get).anyMatch(level -> level != null && level.compareTo(least) >= 0);
        }
    }

    /** Whether the filter is true of the thing. */
    static boolean matches(Filter filter, Thing thing) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().allMatch(p -> matches(p, thing));
            case Filter.Or(var parts) -> parts.stream().anyMatch(p -> matches(p, thing));
            case Filter.Not(var part) -> !matches(part, thing);
            case Filter.Shared shared -> thing.isAmong(shared);
            case Filter.Through(var link, var parent) ->
                thing.parents().containsKey(link)
                        && matches(parent, thing.parents().get(link));
            case Filter.Leaf(var path, var op, var value)
            when path.equals("audience") || path.equals("discloses") -> {
                List<String> held = path.equals("audience") ? thing.audience() : thing.discloses();
                boolean some = value instanceof List<?> list && held.stream().anyMatch(list::contains);
                yield switch (op) {
                    case IN -> some;
                    case NOT_IN -> !some;
                    case EMPTY -> held.isEmpty();
                    case NOT_EMPTY -> !held.isEmpty();
                    default -> throw new IllegalStateException(path);
                };
            }
            case Filter.Leaf(var path, var op, var value) -> {
                Object held = switch (path) {
                    case "owner" -> thing.owner();
                    case "department" -> thing.department();
                    default -> thing.parents().get(path);
                };
                yield switch (op) {
                    case EQ -> value != null && value.equals(held);
                    case IN -> held != null && value instanceof List<?> list && list.contains(held);
                    case EMPTY -> held == null;
                    case NOT_EMPTY -> held != null;
                    default -> throw new IllegalStateException(path);
                };
            }
        };
    }

    static Rights rights(Person person, ObjectType type, Role... roles) {
        return new Entitlements(Standing.of(person, DEPARTMENTS, List.of(roles)), () -> TYPES, () -> TYPES, Set::of)
                .on(type);
    }

    /** A person with every role there is. */
    static Person person(RecordId id, @Nullable RecordId department, Role... roles) {
        Set<String> names = new HashSet<>();
        Stream.of(roles).map(Role::name).forEach(names::add);
        return new Person(id, "somebody", department, names, true, null);
    }

    static Role role(String name, Map<String, ObjectGrant> objects) {
        return role(name, objects, Map.of());
    }

    static Role role(String name, Map<String, ObjectGrant> objects, Map<String, FieldRight> fields) {
        return new Role(name, Label.same(name), objects, fields, Set.of(), false);
    }

    /** Reads and changes within one scope, makes new ones, deletes nothing. */
    static ObjectGrant works(DataScope scope) {
        return new ObjectGrant(scope, true, scope, Level.NONE, false, false);
    }

    static ObjectGrant reads(DataScope scope) {
        return new ObjectGrant(scope, false, Level.NONE, Level.NONE, false, false);
    }

    static DataScope unowned() {
        return new DataScope.Matching(Map.of("field", "owner", "op", "empty"), Filter.leaf("owner", Op.EMPTY, null));
    }

    private static ObjectType type(String name, Set<ObjectTrait> traits, Field<?>... own) {
        List<Field<?>> fields = new ArrayList<>(CommonFields.of(traits.contains(ObjectTrait.OWNED)));
        fields.add(Field.of("name", new TextType()).naming());
        fields.add(Field.of("mobile", new TextType()));
        fields.addAll(Arrays.asList(own));
        return new ObjectType(name, "sample", Label.same(name), Label.same(name), traits, fields);
    }

    private static Field<RecordId> follows(String target) {
        return Field.of(target, new LinkType("link", target, OnDelete.CASCADE, "", true));
    }
}
