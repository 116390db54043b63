package io.hemai.records.transfer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one reading of a whole table shows.
 *
 * @param rows data rows, the broken ones included
 * @param broken how many rows have which defect
 * @param columns a profile of each column, from the first rows and a spread over all
 * @param repairs proposals for broken rows, learnt from whole ones
 */
public record Survey(
        Header header, long rows, Map<FileError, Long> broken, List<ColumnProfile> columns, Repairs repairs) {
    private static final int FIRST = 2_000;
    private static final int SPREAD = 2_000;

    public Survey {
        broken = Map.copyOf(broken);
        columns = List.copyOf(columns);
    }

    /** Reads the table once; keeps no more than the sample. */
    public static Survey of(Table table) {
        Header header = table.header();
        Map<FileError, Long> broken = new EnumMap<>(FileError.class);
        List<Row> first = new ArrayList<>();
        Spread spread = new Spread();
        long rows = 0;
        try (RowCursor cursor = table.rows()) {
            while (cursor.hasNext()) {
                Row row = cursor.next();
                rows++;
                FileError defect = row.defect();
                if (defect != null) {
                    broken.merge(defect, 1L, Long::sum);
                } else if (first.size() < FIRST) {
                    first.add(row);
                } else {
                    spread.offer(row);
                }
            }
        }
        first.addAll(spread.kept());
        List<ColumnProfile> columns = profiles(header, first);
        char delimiter = table instanceof CsvFile csv ? csv.dialect().delimiter() : ',';
        return new Survey(header, rows, broken, columns, Repairs.learn(header, first, delimiter));
    }

    private static List<ColumnProfile> profiles(Header header, List<Row> sample) {
        List<ColumnProfile> columns = new ArrayList<>();
        for (int c = 0; c < header.width(); c++) {
            int column = c;
            List<String> values =
                    sample.stream().map(r -> r.cells().get(column)).toList();
            columns.add(ColumnProfile.of(c, header.names().get(c), values));
        }
        return columns;
    }

    /** Rows at even distances over a table whose length is not known beforehand: every second one goes when it is full. */
    private static final class Spread {
        private final List<Row> rows = new ArrayList<>();
        private long stride = 1;
        private long offered;

        void offer(Row row) {
            if (offered % stride == 0) {
                rows.add(row);
            }
            offered++;
            if (rows.size() == SPREAD * 2) {
                for (int i = 0; i < SPREAD; i++) {
                    rows.set(i, rows.get(i * 2));
                }
                rows.subList(SPREAD, rows.size()).clear();
                stride *= 2;
            }
        }

        List<Row> kept() {
            return rows;
        }
    }
}
