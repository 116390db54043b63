package io.hemai.records.transfer.file;

import io.hemai.records.transfer.file.Repair.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes how broken rows were meant, and only where what whole rows look like leaves exactly one possibility. */
public final class Repairs {
    private static final int ENOUGH_ROWS = 20;
    private static final int MOST_LINES = 4;
    /** A single cell that splits into this many is no coincidence. */
    private static final int WIDE = 3;

    private final Header header;
    private final char delimiter;
    private final List<ColumnShape> shapes;

    private Repairs(Header header, char delimiter, List<ColumnShape> shapes) {
        this.header = header;
        this.delimiter = delimiter;
        this.shapes = shapes;
    }

    /** Learns from whole rows; from fewer than twenty nothing is evident but a line that is quoted as a whole. */
    static Repairs learn(Header header, List<Row> whole, char delimiter) {
        List<ColumnShape> shapes = new ArrayList<>();
        for (int c = 0; c < header.width() && whole.size() >= ENOUGH_ROWS; c++) {
            int column = c;
            shapes.add(ColumnShape.learn(
                    whole.stream().map(r -> r.cells().get(column)).toList()));
        }
        return new Repairs(header, delimiter, List.copyOf(shapes));
    }

    /** As they were learnt from the table before. */
    public static Repairs of(Table table, List<ColumnShape> shapes) {
        return new Repairs(table.header(), table.delimiter(), List.copyOf(shapes));
    }

    /** What was learnt of each column; empty when it was not enough. */
    public List<ColumnShape> shapes() {
        return shapes;
    }

    /** The rows that {@link #proposal} may want to see behind a broken one. */
    public static int lookAhead() {
        return MOST_LINES - 1;
    }

    /**
     * The one evident meaning of a broken row.
     *
     * @param following the next rows of the file, as many as {@link #lookAhead} if there are
     */
    public Optional<Repair> proposal(Row row, List<Row> following) {
        if (row.defect() == null || row.defect() == FileError.ROW_OVERLONG) {
            return Optional.empty();
        }
        Map<List<String>, Repair> candidates = new LinkedHashMap<>();
        for (Repair candidate : candidates(row, following)) {
            candidates.putIfAbsent(candidate.cells(), candidate);
        }
        return candidates.size() == 1
                ? Optional.of(candidates.values().iterator().next())
                : Optional.empty();
    }

    private List<Repair> candidates(Row row, List<Row> following) {
        Optional<Repair> quoted = quotedLine(row);
        if (quoted.isPresent()) {
            return List.of(quoted.get());
        }
        if (shapes.isEmpty() || row.cells().stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0)) {
            return List.of();
        }
        List<String> cells = withoutOpenQuote(row);
        List<Repair> found = new ArrayList<>();
        if (cells.size() == header.width()) {
            Reason reason = row.defect() == FileError.ROW_UNREADABLE ? Reason.NUL_REMOVED : Reason.STRAY_QUOTE;
            keep(found, cells, 1, reason);
        } else if (cells.size() > header.width()) {
            delimitersInValues(found, cells);
        } else {
            missingValues(found, cells);
            brokenLines(found, row, following);
        }
        return found;
    }

    private void keep(List<Repair> found, List<String> cells, int rows, Reason reason, Object... args) {
        for (int c = 0; c < cells.size(); c++) {
            if (!shapes.get(c).allows(cells.get(c))) {
                return;
            }
        }
        found.add(new Repair(cells, rows, reason, List.of(args)));
    }

    private Optional<Repair> quotedLine(Row row) {
        if (row.cells().size() != 1 || header.width() < WIDE) {
            return Optional.empty();
        }
        RecordParser parser = new RecordParser(delimiter);
        boolean closed = parser.feed(row.cells().getFirst()) && !parser.stray();
        List<String> cells = parser.take();
        return closed && cells.size() == header.width()
                ? Optional.of(new Repair(cells, 1, Reason.LINE_QUOTED, List.of()))
                : Optional.empty();
    }

    private static List<String> withoutOpenQuote(Row row) {
        if (row.defect() != FileError.ROW_UNCLOSED_QUOTE) {
            return row.cells();
        }
        return row.cells().stream()
                .map(c -> c.stripLeading().startsWith("\"") ? c.stripLeading().substring(1) : c)
                .toList();
    }

    private void delimitersInValues(List<Repair> found, List<String> cells) {
        int extra = cells.size() - header.width();
        for (int at = 0; at < header.width(); at++) {
            List<String> joined = new ArrayList<>(cells.subList(0, at));
            joined.add(String.join(String.valueOf(delimiter), cells.subList(at, at + extra + 1)));
            joined.addAll(cells.subList(at + extra + 1, cells.size()));
            keep(found, joined, 1, Reason.DELIMITER_IN_VALUE, header.names().get(at));
        }
    }

    private void missingValues(List<Repair> found, List<String> cells) {
        int missing = header.width() - cells.size();
        for (int at = 0; at <= cells.size(); at++) {
            List<String> filled = new ArrayList<>(cells.subList(0, at));
            for (int i = 0; i < missing; i++) {
                filled.add("");
            }
            filled.addAll(cells.subList(at, cells.size()));
            keep(found, filled, 1, Reason.VALUES_MISSING, header.names().get(at), missing);
        }
    }

    private void brokenLines(List<Repair> found, Row row, List<Row> following) {
        List<String> joined = new ArrayList<>(row.cells());
        for (int i = 0; i < Math.min(following.size(), MOST_LINES - 1); i++) {
            Row next = following.get(i);
            if (next.defect() != FileError.ROW_TOO_SHORT) {
                return;
            }
            int broken = joined.size() - 1;
            joined.set(broken, joined.get(broken) + "\n" + next.cells().getFirst());
            joined.addAll(next.cells().subList(1, next.cells().size()));
            if (joined.size() == header.width()) {
                keep(
                        found,
                        joined,
                        i + 2,
                        Reason.VALUE_OVER_LINES,
                        header.names().get(broken),
                        i + 2);
            }
        }
    }
}
