package io.hemai.processes;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Label;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who moves records, as gates look at them. A flow is stopped by what must be so and not by who may: its author was free to draw it.
 * Remembers what it looked up, so one is good for one piece of work.
 */
final class Mover {
    private final @Nullable RecordId person;
    private final List<String> roles;
    private final Rights rights;
    private final PeopleSource people;
    private final Map<RecordId, Optional<Person>> owners = new HashMap<>();
    private final Map<Drawn.Who, Label> words = new HashMap<>();

    Mover(@Nullable RecordId person, List<String> roles, Rights rights, PeopleSource people) {
        this.person = person;
        this.roles = roles;
        this.rights = rights;
        this.people = people;
    }

    /** Finds who moves. */
    @Component
    static class Movers {
        private final Gate gate;
        private final PeopleSource people;

        Movers(Gate gate, PeopleSource people) {
            this.gate = gate;
            this.people = people;
        }

        /** Who acts, also where Hemai does it in somebody's name. */
        Mover acting(ObjectType type) {
            Identity who = Acting.who();
            Rights rights = gate.rights(who, type);
            UserIdentity user = switch (who) {
                case UserIdentity oneself -> oneself;
                case SystemIdentity system -> system.behalf();
            };
            return user == null
                    ? new Mover(null, List.of(), rights, people)
                    : new Mover(user.user(), gate.roles(user), rights, people);
        }
    }

    /** Looks up at once who owns the records. */
    void learn(Collection<Row> records) {
        List<RecordId> wanted = records.stream()
                .map(Mover::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<RecordId, Person> found = people.persons(wanted);
        wanted.forEach(id -> owners.put(id, Optional.ofNullable(found.get(id))));
    }

    /** Whether the mover is one of those; asked of the record as it stood, since nobody becomes its owner by the way. */
    boolean isOneOf(Drawn.Who who, Row record) {
        if (person == null || who.isNobody()) {
            return true;
        }
        return who.anyPeople().contains(person)
                || who.anyRoles().stream().anyMatch(roles::contains)
                || (who.isOwner() && person.equals(owner(record)))
                || (who.isManager() && person.equals(manager(owner(record))));
    }

    private static @Nullable RecordId owner(Row record) {
        return record.type().is(ObjectTrait.OWNED) ? record.value(CommonFields.OWNER) : null;
    }

    private @Nullable RecordId manager(@Nullable RecordId owner) {
        return owner == null
                ? null
                : owners.computeIfAbsent(owner, people::person)
                        .map(Person::manager)
                        .orElse(null);
    }

    /** What those are called. */
    Label words(Drawn.Who who, Function<Drawn.Who, Label> told) {
        return words.computeIfAbsent(who, told);
    }

    /** The name of the field, as far as the mover may know of it. */
    @Nullable
    String name(Field<?> field) {
        return rights.knows(field) ? field.name() : null;
    }

    /** Whether the mover sees through which values records are led. */
    boolean sees(Field<?> field) {
        return rights.sees(field);
    }

    /** Whether the mover may lead records through its values. */
    boolean writes(Field<?> field) {
        return rights.on(field) == FieldRight.WRITE;
    }
}
