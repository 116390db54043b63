package io.hemai.access;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that is shared with somebody.
 *
 * @param createdBy who shared it; null for Hemai itself
 */
public record Share(
        With with,
        ShareLevel level,
        Instant createdAt,
        @Nullable RecordId createdBy) {
    /** Whom a record is shared with. */
    public sealed interface With {
        /** One person. */
        record User(RecordId id) implements With {}

        /** Everybody in a department and in those below it. */
        record Department(RecordId id) implements With {}
    }
}
