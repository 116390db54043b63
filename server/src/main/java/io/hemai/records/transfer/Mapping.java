package io.hemai.records.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** The columns of a file that it says nothing about, by their places. */
    Map<Integer, String> unmentioned(List<String> header) {
        Set<String> mentioned = columns.stream().map(ColumnMapping::column).collect(Collectors.toSet());
        Map<Integer, String> unmentioned = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!mentioned.contains(header.get(i))) {
                unmentioned.put(i, header.get(i));
            }
        }
        return unmentioned;
    }

    /** What becomes of a text that an open choice does not list and the values do not name. */
    public enum Unknown {
        /** It is taken, and an option from then on. */
        ADD,
        /** It is left out, and told. */
        EMPTY
    }

    /**
     * One column.
     *
     * @param field null for a column that is left out
     * @param format how days are written, such as {@code M/d/yyyy}; null for any that cannot be misread
     * @param values what stands in cells to what is meant by it; an empty text empties the field
     * @param unknown null for {@code ADD}
     */
    public record ColumnMapping(
            String column,
            @Nullable String field,
            @Nullable String format,
            Map<String, String> values,
            @Nullable Unknown unknown) {
        public ColumnMapping {
            values = Map.copyOf(values);
        }
    }
}
