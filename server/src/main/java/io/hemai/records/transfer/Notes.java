package io.hemai.records.transfer;

import io.hemai.records.transfer.file.Repair;
import io.hemai.records.transfer.file.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an import tells besides problems: warnings, values that want a fix, and how broken rows were probably meant. */
final class Notes {
    private static final int MOST = 200;
    private static final int MOST_REPAIRS = 100;

    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final Map<String, Fix> fixes = new LinkedHashMap<>();
    private final List<MendedRow> repairs = new ArrayList<>();
    private long repaired;

    /** A value that was taken although nobody knew it, or rows that were although they are likely there already. */
    record Warning(String column, String code, String value, long rows) {}

    /** What to write for a value; may be taken as it is into the mapping. */
    record Fix(String column, String value, String fix, long rows) {}

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

    void warn(String column, TransferError code, String value) {
        String key = key(column, value);
        Warning known = warnings.get(key);
        if (known != null || warnings.size() < MOST) {
            warnings.put(key, new Warning(column, code.code(), value, known == null ? 1 : known.rows() + 1));
        }
    }

    /** Counts a row of which the column says that it is likely there already; one warning a column, with the first value. */
    void repeats(String column, String value) {
        Warning first = new Warning(column, TransferError.DUPLICATE.code(), value, 1);
        warnings.merge(
                key(first), first, (known, more) -> new Warning(column, known.code(), known.value(), known.rows() + 1));
    }

    void fix(String column, String value, String fix) {
        String key = key(column, value);
        Fix known = fixes.get(key);
        if (known != null || fixes.size() < MOST) {
            fixes.put(key, new Fix(column, value, fix, known == null ? 1 : known.rows() + 1));
        }
    }

    void repair(Row row, Repair repair) {
        repaired++;
        if (repairs.size() < MOST_REPAIRS) {
            List<String> args = repair.args().stream().map(String::valueOf).toList();
            repairs.add(new MendedRow(row.line(), repair.reason().code(), args, repair.cells()));
        }
    }

    private static String key(Warning warning) {
        return warning.code().equals(TransferError.DUPLICATE.code())
                ? key(warning.column(), "\u0000" + warning.code())
                : key(warning.column(), warning.value());
    }

    private static String key(String column, String value) {
        return column + "\u0000" + value;
    }
}
