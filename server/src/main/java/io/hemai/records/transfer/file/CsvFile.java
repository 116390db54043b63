package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text of delimited cells; its only table is the file itself. */
public final class CsvFile implements TableFile, Table {
    private static final int HEAD_ROWS = 20;

    private final Path file;
    private final String name;
    private final CsvDialect dialect;
    private final FileLimits limits;
    private final Header header;

    private CsvFile(Path file, String name, CsvDialect dialect, FileLimits limits, Header header) {
        this.file = file;
        this.name = name;
        this.dialect = dialect;
        this.limits = limits;
        this.header = header;
    }

    static CsvFile open(Path file, String name, FileLimits limits, TextForm form) throws IOException {
        CsvDialect dialect = CsvDialect.detect(file, form);
        List<Row> head = new ArrayList<>();
        try (CsvRows raw = raw(file, dialect, limits, 0)) {
            Row row = raw.read();
            while (row != null && head.size() < HEAD_ROWS) {
                head.add(row);
                row = raw.read();
            }
        }
        if (head.isEmpty()) {
            throw Refusal.of(FileError.EMPTY);
        }
        return new CsvFile(file, name, dialect, limits, Header.detect(head, limits));
    }

    private static CsvRows raw(Path file, CsvDialect dialect, FileLimits limits, int expected) throws IOException {
        LineReader lines = CsvDialect.lines(file, dialect.encoding(), limits.recordChars());
        for (int i = 0; i < dialect.skippedLines(); i++) {
            lines.next();
        }
        return new CsvRows(lines, dialect, limits, expected);
    }

    /** How the text is written. */
    public CsvDialect dialect() {
        return dialect;
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public List<Table> tables() {
        return List.of(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public char delimiter() {
        return dialect.delimiter();
    }

    @Override
    public RowCursor rowsFrom(long rowIndex) {
        try {
            CsvRows raw = raw(file, dialect, limits, header.width());
            for (int i = 0; i <= header.skipped(); i++) {
                raw.read();
            }
            LimitedCursor cursor = new LimitedCursor(raw, header.width(), false, limits.rows());
            cursor.skip(rowIndex);
            return cursor;
        } catch (IOException broken) {
            throw Refusals.damaged(broken);
        }
    }

    @Override
    public void close() {
        // nothing is held between readings
    }
}
