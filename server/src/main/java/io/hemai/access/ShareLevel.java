package io.hemai.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a record is shared. */
public enum ShareLevel {
    READ,
    WRITE;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that name. */
    public static Optional<ShareLevel> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }
}
