package io.hemai.records.transfer.file;

import io.hemai.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as the file has it; a row without any content is not a row.
 *
 * @param line where a person finds it: the physical line in an editor, or the row number of the sheet
 * @param cells its texts; as many as the header has, except in a row that is too short or too long
 * @param defect what is wrong with its form, null when whole
 */
public record Row(long line, List<String> cells, @Nullable FileError defect) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** Whether nothing is wrong with its form. */
    public boolean whole() {
        return defect == null;
    }

    /** The defect as a problem at the row's line; only for rows that are not whole. */
    public Problem problem(int expectedCells) {
        if (defect == null) {
            throw new IllegalStateException("row " + line + " is whole");
        }
        return Problem.of(null, defect, cells.size(), expectedCells);
    }

    static boolean blank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
