package io.hemai.records.transfer.file;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows from first to last, one in memory at a time; throws a {@code Refusal} when the file breaks off or exceeds a limit. */
public interface RowCursor extends Iterator<Row>, AutoCloseable {
    /** Gives the file back. */
    @Override
    void close();

    /** The remaining rows as a stream that closes this cursor. */
    default Stream<Row> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::close);
    }
}
