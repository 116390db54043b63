package io.hemai.access;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person stands in the company, as far as rights go.
 *
 * @param own the department the person works in
 * @param path that one and those above it: what is shared with them is shared with the person
 * @param below that one, those the person leads, and all below them
 * @param roles those given to the person that exist; none when the person is switched off
 */
record Standing(RecordId user, Set<RecordId> own, Set<RecordId> path, Set<RecordId> below, List<Role> roles) {
    Standing {
        own = Set.copyOf(own);
        path = Set.copyOf(path);
        below = Set.copyOf(below);
        roles = List.copyOf(roles);
    }

    /** Somebody unknown, who may do nothing. */
    static Standing nobody(RecordId user) {
        return new Standing(user, Set.of(), Set.of(), Set.of(), List.of());
    }

    static Standing of(Person person, Departments departments, Collection<Role> known) {
        Set<RecordId> path = new LinkedHashSet<>();
        Set<RecordId> below = new LinkedHashSet<>();
        person.worksIn().ifPresent(d -> {
            path.addAll(departments.upFrom(d));
            below.addAll(departments.downFrom(d));
        });
        departments.ledBy(person.id()).forEach(d -> below.addAll(departments.downFrom(d)));
        return new Standing(
                person.id(),
                person.worksIn().map(Set::of).orElse(Set.of()),
                path,
                below,
                known.stream()
                        .filter(r -> person.active() && person.roles().contains(r.name()))
                        .toList());
    }

    /** What the roles allow with the object, one entry for each role that allows anything. */
    List<ObjectGrant> grants(ObjectType type) {
        return roles.stream().map(r -> r.on(type)).flatMap(Optional::stream).toList();
    }

    /** What the roles allow besides records. */
    Set<AdminAbility> abilities() {
        Set<AdminAbility> all = EnumSet.noneOf(AdminAbility.class);
        roles.forEach(r -> all.addAll(r.abilities()));
        return all;
    }

    /** The department that records of the person belong to. */
    Optional<RecordId> department() {
        return own.stream().findFirst();
    }
}
