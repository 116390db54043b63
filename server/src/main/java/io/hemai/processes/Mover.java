package io.hemai.processes;

import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who moves records, as gates look at them. Hemai itself, as a flow, is stopped by what must be so and not by who may: its author was
 * free to draw it.
 */
final class Mover {
    private final @Nullable RecordId person;
    private final List<String> roles;
    private final Rights rights;
    private final PeopleSource people;

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

        /** Who acts. */
        Mover acting(ObjectType type) {
            Identity who = Acting.who();
            Rights rights = gate.rights(who, type);
            UserIdentity user = person(who);
            return user == null
                    ? new Mover(null, List.of(), rights, people)
                    : new Mover(user.user(), gate.roles(user), rights, people);
        }

        /** Who moves, also where Hemai does it in somebody's name. */
        private static @Nullable UserIdentity person(Identity who) {
            return switch (who) {
                case UserIdentity user -> user;
                case SystemIdentity system -> system.behalf();
            };
        }
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
        return owner == null ? null : people.person(owner).map(Person::manager).orElse(null);
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
}
