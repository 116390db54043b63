package io.hemai.records.transfer;

import io.hemai.records.transfer.file.Repair;
import io.hemai.records.transfer.file.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an import tells besides problems: warnings, values that want a fix, and how broken rows were probably meant. */
final class Notes {
    private static final int MOST = 200;
    private static final int MOST_REPAIRS = 100;
    private static final int FIRST_ROWS = 5;
    private static final Set<String> OF_COLUMNS =
            Set.of(TransferError.DUPLICATE.code(), TransferError.COLUMN_UNUSED.code(), TransferError.KEPT.code());

    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final Map<String, Fix> fixes = new LinkedHashMap<>();
    private final List<MendedRow> repairs = new ArrayList<>();
    private long repaired;

    /** A value that was taken although nobody knew it, or rows that were although they are likely there already. */
    record Warning(String column, String code, String value, long rows, List<Long> firstRows) {
        /** Those kept before rows were named have none. */
        Warning {
            firstRows = List.copyOf(orNone(firstRows));
        }

        /** Rows are told from the first on. */
        Warning and(Warning more) {
            List<Long> first = Stream.concat(firstRows.stream(), more.firstRows.stream())
                    .limit(FIRST_ROWS)
                    .toList();
            return new Warning(column, code, value, rows + more.rows, first);
        }
    }

    /** What to write for a value; may be taken as it is into the mapping. */
    record Fix(String column, String value, String fix, long rows) {
        Fix and(long more) {
            return new Fix(column, value, fix, rows + more);
        }
    }

    /** A broken row and how it was evidently meant. */
    record MendedRow(long row, String reason, List<String> args, List<String> cells) {}

    /** As it is kept. */
    record Kept(
            @Nullable List<Warning> warnings,
            @Nullable List<Fix> fixes,
            @Nullable List<MendedRow> repairs,
            @Nullable Long repaired) {}

    static Notes read(String json, JsonMapper mapper) {
        Kept kept = mapper.readValue(json, Kept.class);
        Notes notes = new Notes();
        orNone(kept.warnings()).forEach(w -> notes.warnings.put(key(w), w));
        orNone(kept.fixes()).forEach(f -> notes.fixes.put(key(f.column(), f.value()), f));
        notes.repairs.addAll(orNone(kept.repairs()));
        notes.repaired = kept.repaired() == null ? 0 : kept.repaired();
        return notes;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    String json(JsonMapper mapper) {
        return mapper.writeValueAsString(kept());
    }

    Kept kept() {
        return new Kept(List.copyOf(warnings.values()), List.copyOf(fixes.values()), List.copyOf(repairs), repaired);
    }

    void warn(long row, String column, TransferError code, String value) {
        note(new Warning(column, code.code(), value, 1, List.of(row)));
    }

    /** Counts a row of which the column says that it is likely there already; one warning a column, with the first value. */
    void repeats(long row, String column, String value) {
        warn(row, column, TransferError.DUPLICATE, value);
    }

    /** Counts a row that fills a column which nobody asked to be left out and which goes nowhere. */
    void unused(long row, String column, String value) {
        warn(row, column, TransferError.COLUMN_UNUSED, value);
    }

    private void note(Warning more) {
        String key = key(more);
        if (warnings.size() < MOST || warnings.containsKey(key) || isOfColumn(more)) {
            warnings.merge(key, more, Warning::and);
        }
    }

    void fix(String column, String value, String fix) {
        note(new Fix(column, value, fix, 1));
    }

    private void note(Fix more) {
        String key = key(more.column(), more.value());
        if (fixes.size() < MOST || fixes.containsKey(key)) {
            fixes.merge(key, more, (known, f) -> known.and(f.rows()));
        }
    }

    void repair(Row row, Repair repair) {
        repaired++;
        if (repairs.size() < MOST_REPAIRS) {
            List<String> args = repair.args().stream().map(String::valueOf).toList();
            repairs.add(new MendedRow(row.line(), repair.reason().code(), args, repair.cells()));
        }
    }

    /** Takes in what other rows of the file tell. */
    void add(Notes more) {
        more.warnings.values().forEach(this::note);
        more.fixes.values().forEach(this::note);
        more.repairs.stream().limit(MOST_REPAIRS - repairs.size()).forEach(repairs::add);
        repaired += more.repaired;
    }

    /** Whether it is told once for a column, with the first value, and not once for each value. */
    private static boolean isOfColumn(Warning warning) {
        return OF_COLUMNS.contains(warning.code());
    }

    private static String key(Warning warning) {
        return key(warning.column(), isOfColumn(warning) ? "\u0000" + warning.code() : warning.value());
    }

    private static String key(String column, String value) {
        return column + "\u0000" + value;
    }
}
