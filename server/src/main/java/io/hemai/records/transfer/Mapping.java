package io.hemai.records.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The same, which also says of these columns that they are left out where it says nothing about them. */
    Mapping leavingOut(List<String> names) {
        Set<String> mentioned = mentioned();
        return new Mapping(
                Stream.concat(
                                columns.stream(),
                                names.stream()
                                        .filter(name -> !mentioned.contains(name))
                                        .map(name -> new ColumnMapping(name, null, null, Map.of())))
                        .toList(),
                constants);
    }

    private Set<String> mentioned() {
        return columns.stream().map(ColumnMapping::column).collect(Collectors.toSet());
    }

    /** The columns of a file that it says nothing about, by their places. */
    Map<Integer, String> unmentioned(List<String> header) {
        Set<String> mentioned = mentioned();
        Map<Integer, String> unmentioned = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!mentioned.contains(header.get(i))) {
                unmentioned.put(i, header.get(i));
            }
        }
        return unmentioned;
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
