package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who began a run.
 *
 * @param person by a button, or by the change that set it off; null for nobody
 * @param chosen whom the person has chosen to approve
 */
public record Starter(@Nullable RecordId person, List<RecordId> chosen) {
    /** Time began it, or Hemai. */
    public static final Starter NOBODY = new Starter(null, List.of());

    public Starter {
        chosen = List.copyOf(chosen);
    }

    /** Whoever made the change. */
    public static Starter of(@Nullable RecordId person) {
        return new Starter(person, List.of());
    }
}
