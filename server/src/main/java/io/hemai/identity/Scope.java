package io.hemai.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for, within the live rights of its owner. */
public enum Scope {
    RECORDS_READ,
    RECORDS_WRITE,
    META_READ,
    META_WRITE,
    REPORTS_RUN,
    IMPORTS,
    EXPORTS,
    ADMIN;

    /** The name in the API, such as {@code records:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope of that name. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
