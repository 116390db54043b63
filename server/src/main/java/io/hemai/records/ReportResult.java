package io.hemai.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/**
 * What a report found, in the form of the API.
 *
 * @param columns groups first, then measures
 * @param rows values by column
 * @param total the measures over all matching records, whatever rows are shown; null under groups
 * @param more whether there are more groups than rows
 */
public record ReportResult(List<Column> columns, List<List<JsonNode>> rows, List<JsonNode> total, boolean more) {
    public ReportResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        total = List.copyOf(total);
    }

    /**
     * A column.
     *
     * @param about what clients need to show it: {@code field}, {@code type}, {@code bucket} or {@code fn}, and
     *     {@code converted} when amounts in other currencies are in the total
     */
    public record Column(String name, String kind, Map<String, Object> about) {
        public Column {
            about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        }
    }

    /** The place of a column. */
    public int place(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new NoSuchElementException(name);
    }
}
