package io.hemai.records.transfer;

import io.hemai.access.Rights;
import io.hemai.kernel.Problems;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.records.RecordsError;
import io.hemai.records.transfer.file.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a mapping, with all that is wrong, before the first row is read. */
final class MappingCheck {
    private static final String MAPPING = "mapping";
    private static final String MATCH = "match";
    private static final String KEY = CommonFields.ID.name();

    private final ObjectType type;
    private final Rights rights;
    private final Fillable fillable;
    private final Problems problems = new Problems();
    private final Set<String> filled = new HashSet<>();

    MappingCheck(ObjectType type, Rights rights, Fillable fillable) {
        this.type = type;
        this.rights = rights;
        this.fillable = fillable;
    }

    /**
     * The fields to match by; a refusal when something is wrong.
     *
     * @param proposing whether nothing is written and a mapping is only looked for, so that fields may be missing
     */
    List<String> check(Mapping mapping, Header header, ImportMode mode, List<String> match, boolean proposing) {
        for (Mapping.ColumnMapping column : mapping.columns()) {
            if (!header.names().contains(column.column())) {
                problems.add(MAPPING, TransferError.UNKNOWN_COLUMN, column.column());
            }
            if (column.field() != null) {
                field(column.field());
                format(column);
            }
        }
        mapping.constants().keySet().forEach(this::field);
        if (filled.contains(KEY)
                && (mode == ImportMode.CREATE || mapping.constants().containsKey(KEY))) {
            problems.add(MAPPING, TransferError.NOT_IMPORTABLE, KEY);
        }
        if (filled.isEmpty() && problems.isEmpty()) {
            problems.add(MAPPING, TransferError.NOTHING_MAPPED);
        }
        if (mode == ImportMode.CREATE && !proposing) {
            required();
        }
        List<String> by = by(mode, match);
        by.forEach(this::match);
        problems.refuseIfAny();
        return by;
    }

    private void format(Mapping.ColumnMapping column) {
        String format = column.format();
        if (format != null
                && type.field(String.valueOf(column.field()))
                        .filter(f -> !f.type().canReadBy(format))
                        .isPresent()) {
            problems.add(MAPPING, TransferError.UNKNOWN_FORMAT, format, column.column());
        }
    }

    private void required() {
        type.fields().stream()
                .filter(f -> f.has(Trait.REQUIRED) && f.initial() == null && !f.has(Trait.DERIVED))
                .filter(f -> !(f.type() instanceof AutoNumberType) && !filled.contains(f.name()))
                .filter(rights::knows)
                .forEach(f -> problems.add(MAPPING, TransferError.REQUIRED_UNFILLED, f.name(), f.label()));
    }

    private void field(String name) {
        Optional<Field<?>> field = type.field(name).filter(rights::knows);
        if (field.isEmpty()) {
            problems.add(MAPPING, RecordsError.UNKNOWN_FIELD, type.name(), name);
        } else if (!fillable.allows(field.get())) {
            problems.add(MAPPING, TransferError.NOT_IMPORTABLE, name);
        } else if (!filled.add(name)) {
            problems.add(MAPPING, TransferError.FIELD_TWICE, name);
        }
    }

    private void match(String name) {
        if (!filled.contains(name)) {
            problems.add(MATCH, TransferError.MATCH_NOT_MAPPED, name);
        } else if (type.field(name).filter(Matching::possible).isEmpty()) {
            problems.add(MATCH, TransferError.NOT_MATCHABLE, name);
        } else if (!Fillable.sees(rights)) {
            problems.add(MATCH, RecordsError.NOT_PERMITTED, type.name());
        }
    }

    private List<String> by(ImportMode mode, List<String> match) {
        String external = CommonFields.EXTERNAL_ID.name();
        if (filled.contains(KEY) && mode != ImportMode.CREATE) {
            if (!match.isEmpty() && !match.equals(List.of(KEY))) {
                problems.add(MATCH, TransferError.ID_ALONE);
            }
            return List.of(KEY);
        }
        if (!match.isEmpty() || mode == ImportMode.CREATE) {
            return match;
        }
        if (filled.contains(external)) {
            return List.of(external);
        }
        problems.add(MATCH, TransferError.MATCH_NEEDED);
        return new ArrayList<>();
    }
}
