package io.hemai.journal;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, as it was written.
 *
 * @param id stable and, within a record, growing
 * @param transaction PostgreSQL's number of the transaction that wrote it
 * @param version the record's version after the change
 * @param why the rule, verb or import that did it; null when a person just did it
 * @param origin what automatic work did it; null when people began it
 * @param changes the changed fields as JSON, {@code {"field":[before,after]}}; of a deleted record its links, so that
 *     readers know where it belonged
 */
public record Entry(
        long id,
        long transaction,
        Instant at,
        String object,
        RecordId record,
        Act act,
        long version,
        Actor actor,
        @Nullable String why,
        @Nullable Origin origin,
        String changes) {}
