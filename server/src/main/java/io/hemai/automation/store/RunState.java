package io.hemai.automation.store;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    /** Has steps before it; maybe it waits for a time. */
    RUNNING,
    /** Took all its steps. */
    DONE,
    /** Ended before its last step: by a step that says so, with its record, by who stopped the flow, or because flows set off each other. */
    STOPPED,
    /** A step failed for good; it can be taken once more. */
    FAILED;

    /** The name in tables and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
