package io.hemai.records.store;

import java.util.Locale;

/** How far a job in the background is. */
public enum JobState {
    /** It waits for a worker, to be done or to be undone. */
    QUEUED,
    RUNNING,
    DONE,
    /** It ended before its end, for a reason that stands with it. */
    FAILED,
    UNDONE;

    /** As it is stored and answered. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
