package io.hemai.records.transfer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one reading of a table shows.
 *
 * @param whole whether the table was read to its end
 * @param rows data rows that were read, the broken ones included
 * @param broken how many rows have which defect
 * @param columns a profile of each column, from the first rows and a spread over all
 * @param head the first whole rows
 * @param repairs proposals for broken rows, learnt from whole ones
 */
public record Survey(
        Header header,
        boolean whole,
        long rows,
        Map<FileError, Long> broken,
        List<ColumnProfile> columns,
        List<List<String>> head,
        Repairs repairs) {
    private static final int HEAD = 8;
    private static final int FIRST = 2_000;
    private static final int SPREAD = 2_000;
    private static final int PULSE = 1_000;
    private static final long BEGINNING_ROWS = 20_000;
    private static final long BEGINNING_CHARS = 16L << 20;

    public Survey {
        broken = Map.copyOf(broken);
        columns = List.copyOf(columns);
        head = List.copyOf(head);
    }

    /** How many rows are broken. */
    public long brokenRows() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reads the table once; keeps no more than the sample. */
    public static Survey of(Table table) {
        return of(table, () -> {});
    }

    /**
     * Reads the table once; keeps no more than the sample.
     *
     * @param pulse run every thousand rows; ends the reading by throwing
     */
    public static Survey of(Table table, Runnable pulse) {
        return new Reading(table, pulse).read(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Reads no more of the table than somebody who waits can wait for: 20,000 rows or 16 million characters. */
    public static Survey beginning(Table table) {
        return new Reading(table, () -> {}).read(BEGINNING_ROWS, BEGINNING_CHARS);
    }

    /** One reading. */
    private static final class Reading {
        private final Table table;
        private final Runnable pulse;
        private final Map<FileError, Long> broken = new EnumMap<>(FileError.class);
        private final List<Row> first = new ArrayList<>();
        private final Spread spread = new Spread();
        private long rows;
        private long chars;

        Reading(Table table, Runnable pulse) {
            this.table = table;
            this.pulse = pulse;
        }

        Survey read(long mostRows, long mostChars) {
            Header header = table.header();
            boolean whole;
            try (RowCursor cursor = table.rows()) {
                while (cursor.hasNext() && rows < mostRows && chars < mostChars) {
                    take(cursor.next());
                }
                whole = !cursor.hasNext();
            }
            first.addAll(spread.kept());
            return new Survey(
                    header,
                    whole,
                    rows,
                    broken,
                    profiles(header, first),
                    first.stream().limit(HEAD).map(Row::cells).toList(),
                    Repairs.learn(header, first, table.delimiter()));
        }

        private void take(Row row) {
            rows++;
            chars += row.cells().stream().mapToLong(String::length).sum();
            if (rows % PULSE == 0) {
                pulse.run();
            }
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
