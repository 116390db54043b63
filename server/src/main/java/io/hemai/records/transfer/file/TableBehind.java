package io.hemai.records.transfer.file;

import java.util.List;

/**
 * A table without its first columns.
 *
 * @param skipped how many columns are left out
 */
public record TableBehind(Table table, int skipped) implements Table {
    @Override
    public String name() {
        return table.name();
    }

    @Override
    public boolean hidden() {
        return table.hidden();
    }

    @Override
    public Header header() {
        Header whole = table.header();
        return new Header(whole.line(), behind(whole.names()), whole.skipped());
    }

    @Override
    public char delimiter() {
        return table.delimiter();
    }

    @Override
    public RowCursor rowsFrom(long rowIndex) {
        RowCursor rows = table.rowsFrom(rowIndex);
        return new RowCursor() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                return new Row(row.line(), behind(row.cells()), row.defect());
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    private List<String> behind(List<String> cells) {
        return cells.subList(Math.min(skipped, cells.size()), cells.size());
    }
}
