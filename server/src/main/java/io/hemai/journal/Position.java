package io.hemai.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come in a tenant's journal.
 *
 * @param epoch the epoch in which the numbers hold
 * @param transaction of the last entry read; 0 before the first of the epoch
 * @param id of the last entry read
 * @param firstId with which the epoch begins
 * @param next the epoch after it; null when it is the one that goes on
 * @param nextFirstId with which the next epoch begins; {@link Long#MAX_VALUE} when there is none
 * @param batch how many entries to try next
 * @param tries how often the next entry failed alone
 * @param retryAt when it is tried again; null for at once
 */
record Position(
        UUID epoch,
        long transaction,
        long id,
        long firstId,
        @Nullable UUID next,
        long nextFirstId,
        int batch,
        int tries,
        @Nullable Instant retryAt) {}
