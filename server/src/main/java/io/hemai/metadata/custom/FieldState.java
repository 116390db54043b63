package io.hemai.metadata.custom;

import java.util.Locale;

/** How far the company's wish for a field has come. */
public enum FieldState {
    /** An index is being made in the background. */
    BUILDING,
    READY,
    /** It could not be made; the reason stands beside. */
    FAILED;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
