package io.hemai.journal;

import io.hemai.kernel.RecordId;
import java.time.Instant;

/**
 * A journal entry that a reader could not take, however often it tried; the log says why.
 *
 * @param entry the entry's id
 */
public record DeadEntry(String reader, long entry, Instant failedAt, String object, RecordId record) {}
