package io.hemai.timeline;

import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object whose records say what their owner is to do with them next, and when. {@link FollowUps} keeps that. */
public interface FollowedUp {
    StandardObject object();

    Field<Instant> nextFollowUpAt();

    /** In a few words; null where only the time is kept. */
    @Nullable
    Field<String> nextStep();
}
