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
    private final CellReader reader;
    private final int width;
    private final boolean repairing;
    private final ExecutorService aside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-reader").factory());
    private long left;
    private Future<Chunk> coming;

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
        this.coming = aside.submit(this::chunk);
    }

    /** Rows that go in together, and what reading them told. */
    record Chunk(List<ImportedRow> rows, Notes told) {}

    /** The next rows; empty at the end. */
    Optional<Chunk> next() {
        Chunk chunk = await(coming);
        if (chunk.rows().isEmpty()) {
            return Optional.empty();
        }
        coming = aside.submit(this::chunk);
        return Optional.of(chunk);
    }

    private static Chunk await(Future<Chunk> coming) {
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

    private Chunk chunk() {
        Chunk chunk = new Chunk(new ArrayList<>(), new Notes());
        long most = Math.min(Limits.CHUNK, left);
        long taken = 0;
        while (taken < most && rows.hasNext()) {
            ProposedRows.Proposed proposed = rows.next();
            read(proposed, chunk);
            taken += 1 + proposed.more().size();
        }
        left -= taken;
        return chunk;
    }

    private void read(ProposedRows.Proposed proposed, Chunk into) {
        Row row = proposed.row();
        Optional<Repair> repair = proposed.repair();
        repair.ifPresent(r -> into.told().repair(row, r));
        if (row.whole() || (repairing && repair.isPresent())) {
            List<String> cells = repair.map(Repair::cells).orElse(row.cells());
            ImportedRow whole =
                    new ImportedRow(row.line(), cells, 1 + proposed.more().size());
            reader.read(whole, into.told());
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
