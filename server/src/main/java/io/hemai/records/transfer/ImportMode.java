package io.hemai.records.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a row: a new record, a change of the record that it matches, or whichever of these fits. */
public enum ImportMode {
    CREATE,
    UPDATE,
    UPSERT;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that name. */
    public static Optional<ImportMode> of(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }
}
