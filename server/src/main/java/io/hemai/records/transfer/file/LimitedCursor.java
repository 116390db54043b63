package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Brings raw rows to the header's width and keeps the limit of rows. */
final class LimitedCursor implements RowCursor {
    private final RawRows source;
    private final int width;
    private final boolean shortIsWhole;
    private final long mostRows;
    private long given;
    private @Nullable Row ahead;

    /**
     * @param shortIsWhole whether a row may leave away its last cells, as sheets do
     */
    LimitedCursor(RawRows source, int width, boolean shortIsWhole, long mostRows) {
        this.source = source;
        this.width = width;
        this.shortIsWhole = shortIsWhole;
        this.mostRows = mostRows;
    }

    void skip(long rows) {
        for (long i = 0; i < rows && hasNext(); i++) {
            next();
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            Row raw = source.read();
            if (raw == null) {
                return false;
            }
            if (given >= mostRows) {
                throw Refusal.of(FileError.TOO_MANY_ROWS, mostRows);
            }
            ahead = fitted(raw);
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Row row = ahead;
        ahead = null;
        given++;
        return row;
    }

    private Row fitted(Row raw) {
        int size = raw.cells().size();
        if (size == width) {
            return raw;
        }
        if (size > width) {
            List<String> extra = raw.cells().subList(width, size);
            return Row.blank(extra)
                    ? new Row(raw.line(), raw.cells().subList(0, width), raw.defect())
                    : marked(raw, FileError.ROW_TOO_LONG);
        }
        return shortIsWhole ? padded(raw) : marked(raw, FileError.ROW_TOO_SHORT);
    }

    private static Row marked(Row raw, FileError defect) {
        return raw.whole() ? new Row(raw.line(), raw.cells(), defect) : raw;
    }

    private Row padded(Row raw) {
        List<String> cells = new ArrayList<>(width);
        cells.addAll(raw.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        return new Row(raw.line(), cells, raw.defect());
    }

    @Override
    public void close() {
        source.close();
    }
}
