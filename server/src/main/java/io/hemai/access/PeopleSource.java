package io.hemai.access;

import io.hemai.kernel.RecordId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where rights learn of people and departments; the people module answers. All of the bound tenant, as committed or written so far. */
public interface PeopleSource {
    /** The user of that id. */
    Optional<Person> person(RecordId user);

    /** The users of those ids. */
    Map<RecordId, Person> persons(Collection<RecordId> users);

    /** Whether somebody does not work here any more, so that nothing is to become theirs. */
    default boolean hasLeft(RecordId user) {
        return person(user).filter(person -> !person.active()).isPresent();
    }

    /** All departments. */
    Departments departments();

    /** How many users have the role, active or not. */
    long holders(String role);
}
