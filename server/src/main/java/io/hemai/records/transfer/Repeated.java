package io.hemai.records.transfer;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which rows are likely there already. Among the rows of a chunk and the records that stand the write has found that out;
 * a dry run, of which nothing stands, also remembers by what the rows of earlier chunks are found.
 */
final class Repeated {
    private final boolean remembering;
    /** Hashes, since the keys of a million rows would not fit. */
    private final Set<Long> earlier = new HashSet<>();

    Repeated(boolean remembering) {
        this.remembering = remembering;
    }

    /** The field by which the record is likely there already. */
    Optional<Field<?>> by(Change change) {
        Optional<Field<?>> found = change.repeated();
        for (var each : change.foundBy().entrySet()) {
            if (remembering && earlier.contains(Matching.hash(each.getKey())) && found.isEmpty()) {
                found = Optional.of(each.getValue());
            }
        }
        return found;
    }

    /** Learns by what the written ones are found. */
    void remember(Iterable<Change> written) {
        if (remembering) {
            for (Change change : written) {
                change.foundBy().keySet().forEach(key -> earlier.add(Matching.hash(key)));
            }
        }
    }
}
