package io.hemai.records.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the rows of a file said that have been read, for those that come; it stays true whatever becomes of rights and fields. Hashes
 * stand for values, since those of a million rows would not fit: that two differ and hash alike happens once in 10⁷ imports.
 */
final class EarlierRows {
    private final Map<Long, Integer> lines = new HashMap<>();
    private final Set<Long> expected = new HashSet<>();
    private final Repeated repeated;

    EarlierRows(boolean dryRun) {
        repeated = new Repeated(dryRun);
    }

    /** Lines by their match values. */
    Map<Long, Integer> lines() {
        return lines;
    }

    /** By what records may be found that a dry run does not make. */
    Set<Long> expected() {
        return expected;
    }

    Repeated repeated() {
        return repeated;
    }
}
