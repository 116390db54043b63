package io.hemai.journal;

import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, as it is written.
 *
 * @param version the record's version after the change
 * @param why the rule or verb that did it; null when a person just did it
 * @param origin what automatic work did it, where the cause in force does not tell; null when nothing more is known
 * @param changes the changed fields as JSON, {@code {"field":[before,after]}}
 */
public record JournalEntry(
        String object,
        RecordId record,
        Act act,
        long version,
        @Nullable String why,
        @Nullable Origin origin,
        String changes) {}
