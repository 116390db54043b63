package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * An object that is gone from everything but can be restored.
 *
 * @param purgeAt until when
 */
public record DeletedObject(String name, Label label, Instant deletedAt, Instant purgeAt) {
    static Optional<DeletedObject> of(StoredObject row) {
        Instant deletedAt = row.deletedAt();
        return deletedAt == null
                ? Optional.empty()
                : Optional.of(new DeletedObject(
                        row.name(),
                        new Definition(row.definition()).label(Definition.LABEL).orElse(Label.same(row.name())),
                        deletedAt,
                        deletedAt.plus(CustomFields.GRACE)));
    }
}
