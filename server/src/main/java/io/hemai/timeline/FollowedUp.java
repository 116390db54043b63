package io.hemai.timeline;

import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object whose records say what their owner is to do with them next, and when. {@link FollowUps} keeps that. */
public interface FollowedUp {
    /** The fields that say it. */
    FollowUp followUp();

    /**
     * Where records of an object say what is next.
     *
     * @param at when
     * @param step what, in a few words; null where only the time is kept
     */
    record FollowUp(
            StandardObject object,
            Field<Instant> at,
            @Nullable Field<String> step) {}
}
