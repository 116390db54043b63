package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a table's columns, each non-empty and different from the others.
 *
 * @param line where it stands in the file
 * @param names distinct names in the order of the columns
 * @param skipped rows with content before it (a title over the table)
 */
public record Header(long line, List<String> names, int skipped) {
    private static final int TITLE_ROWS = 3;

    public Header {
        names = List.copyOf(names);
    }

    /** How many columns there are. */
    public int width() {
        return names.size();
    }

    /** Takes the first row with content; a lone cell above rows of at least three cells is a title and skipped. */
    static Header detect(List<Row> firstRows, FileLimits limits) {
        int at = 0;
        while (at < TITLE_ROWS && at + 1 < firstRows.size() && isTitle(firstRows, at)) {
            at++;
        }
        Row row = firstRows.get(at);
        List<String> cells = withoutBlankEnd(row.cells());
        if (cells.size() > limits.columns()) {
            throw Refusal.of(FileError.TOO_MANY_COLUMNS, cells.size(), limits.columns());
        }
        return new Header(row.line(), distinct(cells), at);
    }

    private static boolean isTitle(List<Row> rows, int at) {
        return filled(rows.get(at)) == 1
                && rows.subList(at + 1, rows.size()).stream().anyMatch(r -> filled(r) >= 3);
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(c -> !c.isBlank()).count();
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static List<String> distinct(List<String> cells) {
        List<String> names = new ArrayList<>(cells.size());
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            String name = cell.strip().replaceAll("\\s+", " ");
            if (name.isEmpty()) {
                name = "列 " + (names.size() + 1);
            }
            String free = name;
            for (int n = 2; !taken.add(free); n++) {
                free = name + " (" + n + ")";
            }
            names.add(free);
        }
        return names;
    }
}
