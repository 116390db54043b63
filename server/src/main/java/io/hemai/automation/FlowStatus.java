package io.hemai.automation;

/** Whether a flow works. */
public enum FlowStatus {
    /** Never published. */
    DRAFT,
    /** Starts runs, and goes on with those that are under way. */
    ACTIVE,
    /** Starts none, and lets those under way rest. */
    PAUSED,
    /** Starts none; those that were under way have been stopped. */
    STOPPED
}
