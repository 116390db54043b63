package io.hemai.records.store;

import io.hemai.metadata.Field;
import org.jspecify.annotations.Nullable;

/**
 * A value as the acting identity may see it.
 *
 * @param value null when it is empty or what is shown is not the value itself
 * @param text of a link its target's name, of a file its own, of a masked value the mask, of an empty one nothing; null where the value is told
 */
public record Shown(
        Field<?> field, @Nullable Object value, @Nullable String text) {}
