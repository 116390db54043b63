package io.hemai.records.transfer;

import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.records.transfer.file.Formulas;
import io.hemai.records.transfer.file.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that every row fills, and where its text comes from.
 *
 * @param index of the column; -1 for a constant
 * @param column name of the column, or of the field for a constant
 * @param link when the field is one
 * @param values by the normalised text of the cell
 * @param listed whether texts that an open choice does not list are left out, unless the values name them
 */
record Target(
        int index,
        String column,
        String constant,
        Field<?> field,
        @Nullable Link link,
        @Nullable String format,
        Map<String, String> values,
        boolean listed) {
    static List<Target> of(ObjectType type, Header header, Mapping mapping) {
        List<Target> targets = new ArrayList<>();
        for (Mapping.ColumnMapping column : mapping.columns()) {
            if (column.field() != null) {
                Map<String, String> values = new HashMap<>();
                column.values().forEach((from, to) -> values.put(Normalised.of(from), to));
                targets.add(new Target(
                        header.names().indexOf(column.column()),
                        column.column(),
                        "",
                        type.requireField(column.field()),
                        type.link(column.field()).orElse(null),
                        column.format(),
                        Map.copyOf(values),
                        column.unknown() == Mapping.Unknown.EMPTY));
            }
        }
        mapping.constants()
                .forEach((field, text) -> targets.add(new Target(
                        -1,
                        field,
                        text,
                        type.requireField(field),
                        type.link(field).orElse(null),
                        null,
                        Map.of(),
                        false)));
        return List.copyOf(targets);
    }

    /** Whether what the cell says is left out where nobody listed it. */
    boolean leaves(List<String> cells) {
        return listed
                && !values.containsKey(
                        Normalised.of(Formulas.restore(cells.get(index).strip())));
    }

    /** Whether every row says that there is nothing in it. */
    boolean isEmptyConstant() {
        return index < 0 && constant.isBlank();
    }

    /** What the cell of this field means; empty when there is nothing in it. */
    String text(List<String> cells) {
        if (index < 0) {
            return constant;
        }
        String cell = Formulas.restore(cells.get(index).strip());
        if (values.isEmpty()) {
            return cell;
        }
        String meant = values.get(Normalised.of(cell));
        return meant == null ? cell : meant;
    }
}
