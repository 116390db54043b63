package io.hemai.metadata.custom;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code meta_object}: an object that the company added.
 *
 * @param definition label, plural, icon, colour as plain JSON
 * @param deletedAt since when it is gone from everything but can be restored; null while in use
 */
record StoredObject(
        String name,
        Map<String, Object> definition,
        @Nullable Instant deletedAt) {
    boolean inUse() {
        return deletedAt == null;
    }

    StoredObject deleted(@Nullable Instant at) {
        return new StoredObject(name, definition, at);
    }
}
