package io.hemai.access;

import io.hemai.kernel.RecordId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rights need to know of a user.
 *
 * @param department the department the person works in; null for none
 * @param roles names of the roles given
 */
public record Person(
        RecordId id,
        String label,
        @Nullable RecordId department,
        Set<String> roles,
        boolean active,
        @Nullable RecordId manager) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The department the person works in. */
    public Optional<RecordId> worksIn() {
        return Optional.ofNullable(department);
    }
}
