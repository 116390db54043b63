package io.hemai.records.transfer;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Worded;
import io.hemai.records.transfer.file.ProposedRows;
import io.hemai.records.transfer.file.Repair;
import io.hemai.records.transfer.file.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rows of a file in chunks, each row read as far as it can be alone: the next chunk while the last one is written. */
final class ReadAhead implements AutoCloseable {
    private static final Worded REPAIRABLE = new Worded("repair.possible");

    private final ProposedRows rows;
    private CellReader reader;
    private final int width;
    private final boolean repairing;
    private final ExecutorService aside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-reader").factory());
    private long left;
    private Future<Coming> coming;

    /**
     * @param width columns that a row should have
     * @param repairing whether broken rows are taken as they were evidently meant
     * @param most rows of the file to read
     */
    ReadAhead(ProposedRows rows, CellReader reader, int width, boolean repairing, long most) {
        this.rows = rows;
        this.reader = reader;
        this.width = width;
        this.repairing = repairing;
        this.left = most;
        this.coming = aside.submit(() -> coming(reader));
    }

    /** Rows that go in together, and what reading them told. */
    record Chunk(List<ImportedRow> rows, Notes told) {}

    private record Coming(List<ProposedRows.Proposed> proposed, CellReader by, Chunk chunk) {}

    /** The next rows; empty at the end. */
    Optional<Chunk> next() {
        Coming come = await(coming);
        if (come.proposed().isEmpty()) {
            return Optional.empty();
        }
        CellReader now = reader;
        coming = aside.submit(() -> coming(now));
        return Optional.of(come.by() == now ? come.chunk() : chunk(come.proposed(), now));
    }

    /** Whether no more rows come. */
    boolean isOver() {
        return await(coming).proposed().isEmpty();
    }

    /** Reads what comes from now on with another reader, since fields have changed. */
    void readWith(CellReader other) {
        reader = other;
    }

    private static Coming await(Future<Coming> coming) {
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException("the file could not be read", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the file was read", stopped);
        }
    }

    private Coming coming(CellReader by) {
        List<ProposedRows.Proposed> proposed = new ArrayList<>();
        long most = Math.min(Limits.CHUNK, left);
        long taken = 0;
        while (taken < most && rows.hasNext()) {
            ProposedRows.Proposed next = rows.next();
            proposed.add(next);
            taken += 1 + next.more().size();
        }
        left -= taken;
        return new Coming(proposed, by, chunk(proposed, by));
    }

    private Chunk chunk(List<ProposedRows.Proposed> proposed, CellReader by) {
        Chunk chunk = new Chunk(new ArrayList<>(), new Notes());
        proposed.forEach(row -> read(row, by, chunk));
        return chunk;
    }

    private void read(ProposedRows.Proposed proposed, CellReader by, Chunk into) {
        Row row = proposed.row();
        Optional<Repair> repair = proposed.repair();
        repair.ifPresent(r -> into.told().repair(row, r));
        if (row.whole() || (repairing && repair.isPresent())) {
            List<String> cells = repair.map(Repair::cells).orElse(row.cells());
            ImportedRow whole =
                    new ImportedRow(row.line(), cells, 1 + proposed.more().size());
            by.read(whole, into.told());
            into.rows().add(whole);
        } else {
            into.rows().add(broken(row, repair.isPresent()));
            proposed.more().forEach(more -> into.rows().add(broken(more, true)));
        }
    }

    private ImportedRow broken(Row row, boolean repairable) {
        ImportedRow broken = new ImportedRow(row.line(), row.cells(), 1);
        if (row.defect() != null) {
            broken.refuse(null, null, row.defect(), row.cells().size(), width, repairable ? REPAIRABLE : "");
        }
        return broken;
    }

    /** Waits for the chunk that is being read, and closes the file. */
    @Override
    public void close() {
        aside.close();
        rows.close();
    }
}
