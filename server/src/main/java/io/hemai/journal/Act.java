package io.hemai.journal;

import java.util.Locale;

/** What was done to a record. */
public enum Act {
    CREATED,
    UPDATED,
    DELETED,
    RESTORED,
    MERGED;

    /** The name in tables and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
