package io.hemai.metadata;

import java.time.Instant;

/** Settles where links lead that were away, or whose target was, once they are back; in transactions of their own. */
public interface LinksBack {
    /**
     * Lets what leads nowhere lead on, or be empty.
     *
     * @param link name of the object's field
     * @param since when it went
     */
    void settle(String object, String link, Instant since);
}
