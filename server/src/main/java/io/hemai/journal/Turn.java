package io.hemai.journal;

import java.time.Duration;

/** What came of a reader's turn. */
sealed interface Turn {
    /** There may be more to read at once. */
    record Read() implements Turn {}

    /** There is nothing left to read. */
    record UpToDate() implements Turn {}

    /**
     * There is more, but transactions that began before are still running.
     *
     * @param some whether it read some all the same
     */
    record HeldBack(boolean some) implements Turn {}

    /** Another node reads. */
    record Elsewhere() implements Turn {}

    /** What failed is to be tried again after some time. */
    record Waiting(Duration time) implements Turn {}
}
