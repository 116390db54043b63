package io.hemai.records.transfer.file;

import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of tables, opened by what it is and not by what its name says. */
public interface TableFile extends AutoCloseable {
    /** The kinds of files that can be read. */
    enum Format {
        CSV,
        XLSX
    }

    /** What the file is. */
    Format format();

    /** Its tables, at least one. */
    List<? extends Table> tables();

    /** The table of that name. */
    default Table table(String name) {
        return tables().stream()
                .filter(t -> t.name().equals(name))
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow(() -> Refusal.of(FileError.NO_SUCH_SHEET, name));
    }

    /** The table that a person sees first. */
    default Table table() {
        return tables().stream()
                .filter(t -> !t.hidden())
                .map(Table.class::cast)
                .findFirst()
                .orElseGet(() -> tables().getFirst());
    }

    @Override
    void close();

    /**
     * Opens a file, or refuses it with the reason and the remedy.
     *
     * @param originalName what the person called it; only for naming the table
     */
    static TableFile open(Path file, String originalName) throws IOException {
        return open(file, originalName, FileLimits.DEFAULT);
    }

    /** Opens a file of which somebody said how it is written. */
    static TableFile open(Path file, String originalName, TextForm form) throws IOException {
        return open(file, originalName, FileLimits.DEFAULT, form);
    }

    /** Opens a file under other limits. */
    static TableFile open(Path file, String originalName, FileLimits limits) throws IOException {
        return open(file, originalName, limits, TextForm.UNTOLD);
    }

    private static TableFile open(Path file, String originalName, FileLimits limits, TextForm form) throws IOException {
        return switch (FileType.of(file)) {
            case XLSX -> XlsxFile.open(file, limits);
            case TEXT -> CsvFile.open(file, originalName, limits, form);
        };
    }
}
