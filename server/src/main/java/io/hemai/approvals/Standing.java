package io.hemai.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes of asking. */
public sealed interface Standing {
    /**
     * Somebody is to decide.
     *
     * @param until when to ask again, whatever they do; null for not before they decided
     * @param whom who is asked, as they are called; null when that is known already
     */
    record Waiting(@Nullable Instant until, @Nullable String whom) implements Standing {}

    /** It was approved. */
    record Passed() implements Standing {}

    /** It was not. */
    record Refused() implements Standing {}

    /** It was taken back. */
    record Withdrawn() implements Standing {}

    /** A step is to ask again. */
    record Back(String step) implements Standing {}
}
