package io.hemai.bench;

import java.time.Duration;

/** Waits between two looks at something that takes a while. */
final class Pause {
    private static final Duration SHORT = Duration.ofMillis(100);

    private Pause() {}

    static void shortly() {
        of(SHORT);
    }

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
