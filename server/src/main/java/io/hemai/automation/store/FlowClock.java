package io.hemai.automation.store;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a flow that times set off has looked for records.
 *
 * @param since records whose time came up to then have their runs
 * @param upTo where the time that is looked at ends; null between two looks
 * @param last the last record of that time that has its run; null for none
 * @param dueAt when to look next
 */
public record FlowClock(
        RecordId flow,
        Instant since,
        @Nullable Instant upTo,
        @Nullable RecordId last,
        Instant dueAt) {}
