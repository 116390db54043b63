package io.hemai.records.transfer.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes one table row by row to a stream, keeping no row; closing it completes the file but leaves the stream open. */
public interface TableWriter extends Closeable {
    /** Writes the names of the columns; called once, before the rows. */
    void header(List<String> names) throws IOException;

    /** Writes the next row. */
    void row(List<Cell> cells) throws IOException;
}
