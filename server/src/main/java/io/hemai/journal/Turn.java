package io.hemai.journal;

import java.time.Duration;

/** What came of a reader's turn. */
sealed interface Turn {
    /** It read so many entries, and there may be more. */
    record Read(int entries) implements Turn {}

    /** There is nothing left to read. */
    record UpToDate() implements Turn {}

    /** There is more, but transactions that began before are still running. */
    record HeldBack() implements Turn {}

    /** Another node reads. */
    record Elsewhere() implements Turn {}

    /** What failed is to be tried again after some time. */
    record Waiting(Duration time) implements Turn {}
}
