package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What jobs of every kind have; settings and error are JSON text. */
public interface StoredJob {
    RecordId id();

    String object();

    String settings();

    JobState state();

    /** Why it failed; null unless it did. */
    @Nullable
    String error();

    /** Who asked for it; null when Hemai itself did. */
    @Nullable
    RecordId createdBy();

    String createdByLabel();

    OffsetDateTime createdAt();

    /** Null until it has ended. */
    @Nullable
    OffsetDateTime finishedAt();
}
