package io.hemai.access;

import static io.hemai.access.SampleCompany.matches;
import static io.hemai.access.SampleCompany.person;
import static io.hemai.access.SampleCompany.rights;
import static io.hemai.access.SampleCompany.role;
import static io.hemai.access.SampleCompany.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.DataScope.Level;
import io.hemai.access.SampleCompany.Thing;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Over random roles, people and records: more roles never allow less, and nothing may be changed that may not be read. */
class RoleAdditionTests {
    private static final int CASES = 4_000;
    private static final List<RecordId> PEOPLE = List.of(SampleCompany.LI, SampleCompany.WANG, SampleCompany.ZHAO);
    private static final List<RecordId> DEPARTMENTS =
            List.of(SampleCompany.HEAD, SampleCompany.EAST, SampleCompany.EAST_TEAM, SampleCompany.SOUTH);

    @Test
    void anotherRoleNeverTakesAnythingAway() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            Role one = anyRole("one", random);
            Role two = anyRole("two", random);
            Person li = person(SampleCompany.LI, random.nextBoolean() ? SampleCompany.EAST : null, one, two);
            Thing thing = anyThing(random);
            Rights less = rights(li, thing.type(), one);
            Rights more = rights(li, thing.type(), one, two);

            assertThat(implies(less.read(), more.read(), thing))
                    .as("read %s %s %s", one, two, thing)
                    .isTrue();
            assertThat(implies(less.update(), more.update(), thing))
                    .as("update %s %s %s", one, two, thing)
                    .isTrue();
            assertThat(implies(less.delete(), more.delete(), thing))
                    .as("delete %s %s %s", one, two, thing)
                    .isTrue();
            assertThat(!less.create() || more.create())
                    .as("create %s %s", one, two)
                    .isTrue();
            assertThat(!less.export() || more.export()).isTrue();
            assertThat(!less.imports() || more.imports()).isTrue();
            for (Field<?> field : thing.type().fields()) {
                assertThat(usable(more, field))
                        .as("%s of %s %s", field, one, two)
                        .isGreaterThanOrEqualTo(usable(less, field));
            }
        }
    }

    @Test
    void whatMayBeChangedMayBeRead() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            Role one = anyRole("one", random);
            Role two = anyRole("two", random);
            Thing thing = anyThing(random);
            Rights rights = rights(person(SampleCompany.LI, SampleCompany.EAST, one, two), thing.type(), one, two);

            assertThat(implies(rights.update(), rights.read(), thing))
                    .as("%s %s %s", one, two, thing)
                    .isTrue();
            assertThat(implies(rights.delete(), rights.read(), thing))
                    .as("%s %s %s", one, two, thing)
                    .isTrue();
        }
    }

    @Test
    void readingIsWhatTheWordsOfTheRolesSay() {
        Random random = new Random(13);
        for (int i = 0; i < CASES; i++) {
            Role one = anyRole("one", random);
            Role two = anyRole("two", random);
            Thing thing = anyThing(random);
            Rights rights = rights(person(SampleCompany.LI, SampleCompany.EAST, one, two), thing.type(), one, two);

            assertThat(matches(rights.read(), thing))
                    .as("%s %s %s", one, two, thing)
                    .isEqualTo(readable(thing, List.of(one, two), true));
        }
    }

    /** The rules once more, as a person would tell them of one record. */
    private static boolean readable(Thing thing, List<Role> roles, boolean follow) {
        ObjectType type = thing.type();
        if (type.is(ObjectTrait.LINE)) {
            return thing.parents().values().stream().anyMatch(master -> readable(master, roles, true));
        }
        List<Level> levels = roles.stream()
                .flatMap(r -> r.on(type).stream())
                .flatMap(g -> g.read().parts())
                .map(s -> s instanceof Level level ? level : Level.NONE)
                .toList();
        boolean shared = !levels.isEmpty()
                && type.is(ObjectTrait.OWNED)
                && thing.isShared(
                        follow ? ShareLevel.ALONE : ShareLevel.READ,
                        SampleCompany.LI,
                        SampleCompany.EAST,
                        SampleCompany.HEAD);
        boolean unowned = roles.stream()
                .flatMap(r -> r.on(type).stream())
                .flatMap(g -> g.read().parts())
                .anyMatch(s -> s instanceof DataScope.Matching && thing.owner() == null);
        boolean byParent = follow
                && !levels.isEmpty()
                && thing.parents().values().stream().anyMatch(parent -> readable(parent, roles, false));
        return shared || unowned || byParent || levels.stream().anyMatch(l -> reaches(l, thing));
    }

    private static boolean reaches(Level level, Thing thing) {
        boolean own = SampleCompany.LI.equals(thing.owner());
        if (!thing.type().is(ObjectTrait.OWNED)) {
            return level != Level.NONE;
        }
        return switch (level) {
            case NONE -> false;
            case OWN -> own;
            case DEPARTMENT -> own || SampleCompany.EAST.equals(thing.department());
            case SUBTREE ->
                own
                        || SampleCompany.EAST.equals(thing.department())
                        || SampleCompany.EAST_TEAM.equals(thing.department());
            case ALL -> true;
        };
    }

    private static boolean implies(Filter less, Filter more, Thing thing) {
        return !matches(less, thing) || matches(more, thing);
    }

    /** What can be done with the field in the end: writing it takes a record that may be written. */
    private static FieldRight usable(Rights rights, Field<?> field) {
        if (rights.read().equals(Filter.none()) && !rights.create()) {
            return FieldRight.HIDDEN;
        }
        boolean writes = rights.create() || !rights.update().equals(Filter.none());
        FieldRight right = rights.on(field);
        return writes || right != FieldRight.WRITE ? right : FieldRight.READ;
    }

    private static Role anyRole(String name, Random random) {
        Map<String, ObjectGrant> objects = new HashMap<>();
        Map<String, FieldRight> fields = new HashMap<>();
        for (ObjectType type : SampleCompany.TYPES.all()) {
            if (random.nextInt(3) > 0) {
                objects.put(type.name(), anyGrant(random));
            }
            if (random.nextInt(3) == 0) {
                fields.put(type.name() + ".mobile", one(random, FieldRight.values()));
            }
        }
        if (random.nextInt(4) == 0) {
            objects.put(Role.EVERY_OTHER, anyGrant(random));
        }
        return role(name, objects, fields);
    }

    private static ObjectGrant anyGrant(Random random) {
        return new ObjectGrant(
                anyScope(random),
                random.nextBoolean(),
                anyScope(random),
                anyScope(random),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static DataScope anyScope(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> unowned();
            case 1 -> new DataScope.AnyOf(List.of(unowned(), one(random, Level.values())));
            default -> one(random, Level.values());
        };
    }

    private static Thing anyThing(Random random) {
        ObjectType type = one(random, SampleCompany.TYPES.all().toArray(ObjectType[]::new));
        Thing thing = anyThing(type, random);
        return type.links().stream()
                .filter(l -> l.type().followed() && (type.is(ObjectTrait.LINE) || random.nextInt(4) > 0))
                .findFirst()
                .map(l -> {
                    ObjectType target = SampleCompany.TYPES.require(l.target());
                    Thing parent = anyThing(target, random);
                    return thing.under(
                            target == SampleCompany.DEAL
                                    ? parent.under(anyThing(SampleCompany.ACCOUNT, random))
                                    : parent);
                })
                .orElse(thing);
    }

    private static Thing anyThing(ObjectType type, Random random) {
        if (!type.is(ObjectTrait.OWNED)) {
            return Thing.of(type, null, null);
        }
        Thing thing = Thing.of(type, maybe(random, PEOPLE), maybe(random, DEPARTMENTS));
        return random.nextInt(3) == 0
                ? thing.shared(
                        one(
                                random,
                                Stream.concat(PEOPLE.stream(), DEPARTMENTS.stream())
                                        .toArray(RecordId[]::new)),
                        one(random, ShareLevel.values()))
                : thing;
    }

    private static @Nullable RecordId maybe(Random random, List<RecordId> some) {
        return random.nextInt(4) == 0 ? null : some.get(random.nextInt(some.size()));
    }

    private static <T> T one(Random random, T[] some) {
        return some[random.nextInt(some.length)];
    }
}
