package io.hemai.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do with a field, from least to most. */
public enum FieldRight {
    /** Does not know that it exists. */
    HIDDEN,
    /** Sees that there is something, and a mask of it. */
    MASKED,
    /** Sees it. */
    READ,
    /** Sees and changes it. */
    WRITE;

    /** The name in a role. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The right of that name. */
    public static Optional<FieldRight> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
