package io.hemai.processes;

/** What becomes of a process. */
public enum ProcessStatus {
    /** Drawn, and never published. */
    DRAFT,
    /** Holds for every move. */
    ACTIVE,
    /** Holds for none until it is published again. */
    PAUSED
}
