package io.hemai.integration.store;

import java.util.Locale;

/** What has become of a call. */
public enum CallState {
    /** It is to be made. */
    WAITING,
    /** The other side has it. */
    DELIVERED,
    /** Nobody tries any more. */
    FAILED;

    /** As it is stored and told. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
