package io.hemai.records.transfer.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of a cursor, broken ones with their evident repair where there is one; closes the cursor. */
public final class ProposedRows implements Iterator<ProposedRows.Proposed>, AutoCloseable {
    /**
     * A row with its evident repair.
     *
     * @param more further rows that the repair takes up; they do not come again
     */
    public record Proposed(Row row, Optional<Repair> repair, List<Row> more) {}

    private final RowCursor source;
    private final Repairs repairs;
    private final Deque<Row> ahead = new ArrayDeque<>();

    /** Reads on from where the cursor stands. */
    public ProposedRows(RowCursor source, Repairs repairs) {
        this.source = source;
        this.repairs = repairs;
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty() || source.hasNext();
    }

    @Override
    public Proposed next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = ahead.isEmpty() ? source.next() : ahead.removeFirst();
        if (row.whole()) {
            return new Proposed(row, Optional.empty(), List.of());
        }
        while (ahead.size() < Repairs.lookAhead() && source.hasNext()) {
            ahead.addLast(source.next());
        }
        Optional<Repair> repair = repairs.proposal(row, List.copyOf(ahead));
        List<Row> more =
                ahead.stream().limit(repair.map(r -> r.rows() - 1).orElse(0)).toList();
        more.forEach(taken -> ahead.removeFirst());
        return new Proposed(row, repair, more);
    }

    @Override
    public void close() {
        source.close();
    }
}
