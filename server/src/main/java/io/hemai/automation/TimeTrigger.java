package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Starts flows when a time has come. Nobody waits for each record: every now and then the records are asked for whose time came since.
 *
 * @param <I> a record, {@code snake_case} outside
 */
public non-sealed interface TimeTrigger<I> extends Trigger<I> {
    /**
     * Which records it starts for.
     *
     * @param after their time came after this
     * @param upTo and not after this
     * @param zone the company's
     * @return empty for none
     */
    Optional<Filter> reached(I input, ObjectType type, Instant after, Instant upTo, ZoneId zone);

    /** How often it starts for each of them in that time. */
    default int times(I input, ObjectType type, Instant after, Instant upTo, ZoneId zone) {
        return 1;
    }

    /** When to ask next. */
    Instant next(I input, ObjectType type, Instant now, ZoneId zone);
}
