package io.hemai.records.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column fills which field.
 *
 * @param constants texts that every row gets, by field
 */
public record Mapping(List<ColumnMapping> columns, Map<String, String> constants) {
    public Mapping {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /**
     * One column.
     *
     * @param field null for a column that is left out
     * @param format how days are written, such as {@code M/d/yyyy}; null for any that cannot be misread
     * @param values what stands in cells to what is meant by it; an empty text empties the field
     */
    public record ColumnMapping(
            String column, @Nullable String field, @Nullable String format, Map<String, String> values) {
        public ColumnMapping {
            values = Map.copyOf(values);
        }
    }
}
