package io.hemai.access;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody read as another person, as the log keeps it for good.
 *
 * @param session by the name that it has in public
 * @param until when it ended by itself, unless somebody ended it before
 * @param endedAt null while nobody did
 */
public record Viewing(
        RecordId id,
        String session,
        RecordId viewer,
        String viewerLabel,
        RecordId person,
        String personLabel,
        Instant startedAt,
        Instant until,
        @Nullable Instant endedAt) {
    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(until);
    }
}
