package io.hemai.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a record is shared; each level allows what those before it do. */
public enum ShareLevel {
    /** It may be read, but not what follows it: lent to who owns a record that is about it, see {@link Shares#lend}. */
    ALONE,
    /** It and what follows it may be read. */
    READ,
    /** It may be changed. */
    WRITE;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of this level and of those that allow more. */
    Set<String> andMore() {
        return EnumSet.range(this, WRITE).stream().map(ShareLevel::code).collect(Collectors.toSet());
    }

    /** The level of that name. */
    public static Optional<ShareLevel> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }
}
