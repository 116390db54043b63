package io.hemai.journal;

import io.hemai.kernel.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, as it is written.
 *
 * @param version the record's version after the change
 * @param why the rule or verb that did it; null when a person just did it
 * @param changes the changed fields as JSON, {@code {"field":[before,after]}}
 */
public record JournalEntry(
        String object,
        RecordId record,
        Act act,
        long version,
        @Nullable String why,
        String changes) {}
