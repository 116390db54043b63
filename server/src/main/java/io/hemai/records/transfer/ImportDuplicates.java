package io.hemai.records.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of rows that are likely there already: they come in and are told of, or they are left out. */
public enum ImportDuplicates {
    ALLOW,
    SKIP;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of that name. */
    public static Optional<ImportDuplicates> of(String code) {
        return Arrays.stream(values()).filter(d -> d.code().equals(code)).findFirst();
    }
}
