package io.hemai.metadata.custom;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes metadata.
 *
 * @param user id of the person; null when Hemai itself does
 */
public record Author(@Nullable UUID user, String label) {
    /** Hemai itself. */
    static final Author HEMAI = new Author(null, "metadata");
}
