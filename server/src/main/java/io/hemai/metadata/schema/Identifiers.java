package io.hemai.metadata.schema;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names of indexes and constraints, which PostgreSQL would cut off silently after 63 bytes. */
final class Identifiers {
    static final int LONGEST = 63;
    private static final int DIGITS = 8;

    private Identifiers() {}

    /** The name itself or, where it is too long, its beginning and a checksum of the whole. */
    static String fit(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - DIGITS - 1) + "_" + String.format("%08x", sum.getValue());
    }
}
