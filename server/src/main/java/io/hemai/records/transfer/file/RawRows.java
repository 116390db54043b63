package io.hemai.records.transfer.file;

import org.jspecify.annotations.Nullable;

/** Rows of one table as they stand, title and header included, blank ones left out. */
interface RawRows extends AutoCloseable {
    /** The next row, or null at the end. */
    @Nullable
    Row read();

    @Override
    void close();
}
