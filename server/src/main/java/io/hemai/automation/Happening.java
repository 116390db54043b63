package io.hemai.automation;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record.
 *
 * @param created whether it was made; else it was changed
 * @param changes by name of the field
 */
public record Happening(boolean created, Map<String, Values> changes) {
    public Happening {
        changes = Map.copyOf(changes);
    }

    /** A field's value before and after, as plain JSON; null when empty. */
    public record Values(@Nullable Object before, @Nullable Object after) {}

    /** What became of the field; empty when nothing did. */
    public Optional<Values> of(String field) {
        return Optional.ofNullable(changes.get(field));
    }
}
