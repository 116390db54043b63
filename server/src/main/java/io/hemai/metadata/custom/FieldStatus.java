package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import io.hemai.kernel.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field that not all of Hemai has, and why.
 *
 * @param failure why it could not be made; null unless it failed
 * @param deletedAt since when it is deleted; null while in use
 * @param filled how far its formula is worked out for the records that stand; null when it is none, or that is done
 * @param purgeAt when a deleted one can no longer be restored
 */
public record FieldStatus(
        String name,
        Label label,
        FieldState state,
        @Nullable Problem failure,
        @Nullable Filled filled,
        @Nullable Instant deletedAt,
        @Nullable Instant purgeAt) {
    /** How many of the records are done. */
    public record Filled(long done, long total) {}

    static FieldStatus of(StoredField row, @Nullable Filled filled) {
        Instant deletedAt = row.deletedAt();
        return new FieldStatus(
                row.name(),
                new Definition(row.definition()).label(Definition.LABEL).orElse(Label.same(row.name())),
                row.state(),
                FieldFailure.read(row.name(), row.failure()).orElse(null),
                filled,
                deletedAt,
                deletedAt == null ? null : deletedAt.plus(CustomFields.GRACE));
    }
}
