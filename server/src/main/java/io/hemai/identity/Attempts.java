package io.hemai.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * What is remembered of failed sign-ins under one key.
 *
 * @param openAt until when further attempts are answered with "later"
 */
record Attempts(int failures, Instant failedAt, Instant openAt) {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int LONGEST_SHIFT = 20;

    static final Attempts NONE = new Attempts(0, Instant.EPOCH, Instant.EPOCH);

    /** How long to wait before the next attempt; zero when it may be made at once. */
    Duration wait(Instant now) {
        return openAt.isAfter(now) ? Duration.between(now, openAt) : Duration.ZERO;
    }

    /** After one more failure: the rule's free ones cost nothing, then the wait doubles up to its longest. */
    Attempts failed(ThrottleRule rule, Instant now) {
        int count = forgotten(now) ? 1 : failures + 1;
        int beyond = count - rule.free();
        Duration wait = beyond < 0
                ? Duration.ZERO
                : shorter(Duration.ofSeconds(1L << Math.min(beyond, LONGEST_SHIFT)), rule.longest());
        return new Attempts(count, now, now.plus(wait));
    }

    private boolean forgotten(Instant now) {
        return failedAt.isBefore(now.minus(FORGOTTEN_AFTER));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Before which instant failures no longer count. */
    static Instant forgottenBefore(Instant now) {
        return now.minus(FORGOTTEN_AFTER);
    }
}
