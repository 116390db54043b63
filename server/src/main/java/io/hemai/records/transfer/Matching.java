package io.hemai.records.transfer;

import io.hemai.kernel.Op;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Knows rows and records to be the same by the match fields. Of two rows of a file with the same values the later one is a
 * problem in every mode: which of them is right only a person can say, and an import stays the same when it is repeated.
 */
final class Matching {
    private static final String BETWEEN = "\u0000";

    private final ObjectType type;
    private final List<Field<?>> by;
    private final Lookup lookup;
    private final boolean newWithout;
    /** Line by a hash of the values. */
    private final Map<Long, Integer> seen;

    /**
     * @param mode in which rows are brought in; one that makes records makes them of rows without a record's ID, where those
     *     are matched by
     */
    Matching(ObjectType type, List<Field<?>> by, ImportMode mode, Lookup lookup, EarlierRows earlier) {
        this.type = type;
        this.by = by;
        this.lookup = lookup;
        this.newWithout = mode == ImportMode.UPSERT && byId();
        this.seen = earlier.lines();
    }

    /** Whether records can be found by values of the field. */
    static boolean possible(Field<?> field) {
        return field.type().comparison() != Comparison.SET && field.type().ops().contains(Op.IN);
    }

    boolean isAsked() {
        return !by.isEmpty();
    }

    /** Whether the row names a record by its ID, so that it cannot be of a new one. */
    boolean namesRecord(ImportedRow row) {
        return byId() && key(row) != null;
    }

    private boolean byId() {
        return by.stream().anyMatch(Fillable::isKey);
    }

    /** Refuses a row without values to match by, and one that an earlier row of the file was like. */
    void holdAgainstFile(ImportedRow row) {
        if (by.isEmpty() || row.isRefused()) {
            return;
        }
        String key = key(row);
        if (key == null) {
            if (!newWithout) {
                row.refuse(null, null, TransferError.MATCH_EMPTY, names());
            }
            return;
        }
        Integer earlier = seen.putIfAbsent(hash(key), Math.toIntExact(row.line()));
        if (earlier != null) {
            row.refuse(null, key.replace(BETWEEN, ", "), TransferError.DUPLICATE_IN_FILE, earlier);
        }
    }

    /** The records that rows match, by row. */
    Map<ImportedRow, List<Row>> records(List<ImportedRow> rows) {
        Map<ImportedRow, List<Row>> matches = new LinkedHashMap<>();
        if (by.isEmpty() || rows.isEmpty()) {
            return matches;
        }
        List<List<Object>> wanted = rows.stream()
                .filter(row -> key(row) != null)
                .map(this::values)
                .distinct()
                .toList();
        Map<String, List<Row>> byKey = new HashMap<>();
        lookup.rows(type, by, wanted)
                .forEach(r ->
                        byKey.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
        rows.forEach(row -> matches.put(row, byKey.getOrDefault(Objects.requireNonNullElse(key(row), ""), List.of())));
        return matches;
    }

    private List<Object> values(ImportedRow row) {
        return by.stream()
                .<Object>map(f -> Objects.requireNonNull(row.values().get(f.name())))
                .toList();
    }

    private @Nullable String key(ImportedRow row) {
        List<String> parts = new ArrayList<>();
        for (Field<?> field : by) {
            Object value = row.values().get(field.name());
            if (value == null) {
                return null;
            }
            parts.add(Lookup.same(field, value));
        }
        return String.join(BETWEEN, parts);
    }

    private String key(Row record) {
        List<String> parts = new ArrayList<>();
        by.forEach(field -> parts.add(Lookup.same(field, record.value(field))));
        return String.join(BETWEEN, parts);
    }

    private String names() {
        return String.join(", ", by.stream().map(Field::name).toList());
    }

    /** FNV-1a of 64 bits. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
