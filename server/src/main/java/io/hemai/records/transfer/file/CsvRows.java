package io.hemai.records.transfer.file;

import io.hemai.records.transfer.file.LineReader.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV text; one whose quotation mark never closes costs its own line and not the rest of the file. */
final class CsvRows implements RawRows {
    private static final int SHOWN_OF_OVERLONG = 200;

    private final LineReader lines;
    private final CsvDialect dialect;
    private final FileLimits limits;
    private final RecordParser parser;
    private final int expectedCells;

    /** @param expectedCells cells of a whole record, 0 while unknown */
    CsvRows(LineReader lines, CsvDialect dialect, FileLimits limits, int expectedCells) {
        this.lines = lines;
        this.dialect = dialect;
        this.limits = limits;
        this.expectedCells = expectedCells;
        this.parser = new RecordParser(dialect.delimiter());
    }

    @Override
    public @Nullable Row read() {
        try {
            Line line = lines.next();
            while (line != null) {
                if (!line.text().isEmpty()) {
                    Row row = record(line);
                    if (!Row.blank(row.cells())) {
                        return row;
                    }
                }
                line = lines.next();
            }
            return null;
        } catch (IOException broken) {
            throw Refusals.damaged(broken);
        }
    }

    private Row record(Line first) throws IOException {
        if (first.cut()) {
            String shown = first.text().substring(0, SHOWN_OF_OVERLONG);
            return row(first, new ArrayList<>(List.of(shown)), FileError.ROW_OVERLONG);
        }
        if (parser.feed(first.text())) {
            FileError defect = parser.stray() ? FileError.ROW_STRAY_QUOTE : null;
            return row(first, parser.take(), defect);
        }
        List<String> joined = joined(first);
        return joined == null
                ? row(first, RecordParser.literally(first.text(), dialect.delimiter()), FileError.ROW_UNCLOSED_QUOTE)
                : row(first, joined, null);
    }

    /** Follows an open cell over the next lines; null, with these lines put back, when it does not close well. */
    private @Nullable List<String> joined(Line first) throws IOException {
        List<Line> more = new ArrayList<>();
        Line last = first;
        int chars = first.text().length();
        while (more.size() < limits.joinedLines() && !parser.stray()) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            more.add(line);
            chars += line.text().length();
            if (line.cut() || chars > limits.recordChars()) {
                break;
            }
            parser.feedBreak(last.end());
            last = line;
            if (parser.feed(line.text()) && !parser.stray()) {
                List<String> cells = parser.take();
                if (plausible(cells, first)) {
                    return cells;
                }
                break;
            }
        }
        parser.take();
        lines.putBack(more);
        return null;
    }

    /** A joined record of the wrong width is not believed when its first line alone has the right one. */
    private boolean plausible(List<String> cells, Line first) {
        return expectedCells == 0
                || cells.size() == expectedCells
                || RecordParser.literally(first.text(), dialect.delimiter()).size() != expectedCells;
    }

    private Row row(Line first, List<String> cells, @Nullable FileError defect) {
        boolean unreadable = false;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.indexOf('\0') >= 0) {
                cells.set(i, cell.replace("\0", ""));
                unreadable = true;
            } else if (dialect.encoding().damaged() && cell.indexOf('\uFFFD') >= 0) {
                unreadable = true;
            }
        }
        return new Row(first.number(), cells, defect == null && unreadable ? FileError.ROW_UNREADABLE : defect);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException broken) {
            throw Refusals.damaged(broken);
        }
    }
}
