package io.hemai.records.transfer;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.PendingLinks;
import io.hemai.records.transfer.file.ProposedRows;
import io.hemai.records.transfer.file.Repairs;
import io.hemai.records.transfer.file.RowCursor;
import io.hemai.records.transfer.file.Survey;
import io.hemai.records.transfer.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One worker's go at an import: reads on from where the last one stopped, chunk by chunk, each a transaction of its own. When rights
 * or fields change it goes on with them as they are then, from where it stands.
 */
final class ImportRun implements AutoCloseable {
    private final RunContext with;
    private final RightsOfNow now;
    private final MassActStore.Job job;
    private final ImportSettings settings;
    private final UUID worker;
    private final Notes notes;
    private final EarlierRows earlier;
    private final Table table;
    private MassActStore.Counts counts;
    private ImportFields fields;
    private @Nullable ReadAhead rows;

    ImportRun(
            RunContext with, RightsOfNow now, MassActStore.Job job, ImportSettings settings, Table table, UUID worker) {
        this.with = with;
        this.now = now;
        this.job = job;
        this.settings = settings;
        this.table = table;
        this.worker = worker;
        this.counts = job.counts();
        notes = Notes.read(job.notes(), with.json());
        earlier = new EarlierRows(settings.dryRun());
        fields = fieldsOfNow();
    }

    private ImportFields fieldsOfNow() {
        return ImportFields.now(with, job.object(), settings, table, notes, earlier);
    }

    /**
     * Brings in what is left of the file; a lost lease ends it where it stands.
     *
     * @return whether all is in; false when rights or fields have changed, so that it is to go on with those of now
     */
    boolean go() {
        ReadAhead ahead = ahead();
        Optional<ReadAhead.Chunk> next = ahead.next();
        while (next.isPresent()) {
            with.halt().check();
            notes.add(next.get().told());
            take(next.get().rows());
            if (!ahead.isOver() && !now.stand()) {
                return false;
            }
            next = ahead.next();
        }
        return setPending();
    }

    private ReadAhead ahead() {
        ReadAhead begun = rows;
        if (begun == null) {
            Repairs repairs = Repairs.of(table, findings().shapes());
            if (counts.processed() > 0 && (fields.matching().isAsked() || settings.dryRun())) {
                replay(repairs);
            }
            begun = ahead(table.rowsFrom(counts.processed()), repairs, Long.MAX_VALUE);
            rows = begun;
        } else {
            fields = fieldsOfNow();
            begun.readWith(fields.reader());
        }
        return begun;
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }

    /** What the whole file shows; only the first go at a large one has to read it for that. */
    private Findings findings() {
        return with.surveys()
                .find(job.id())
                .map(kept -> with.json().readValue(kept, Findings.class))
                .orElseGet(this::survey);
    }

    private Findings survey() {
        Findings found = Findings.of(Survey.of(table, with.halt()::check));
        Proposal counted = with.json().readValue(job.proposal(), Proposal.class).counted(found);
        with.transactions().write(() -> {
            hold();
            with.surveys().keep(job.id(), with.json().writeValueAsString(found));
            with.store().counted(job.id(), found.rows(), with.json().writeValueAsString(counted));
        });
        return found;
    }

    /** Learns again which values earlier rows had. */
    private void replay(Repairs repairs) {
        try (ReadAhead ahead = ahead(table.rows(), repairs, counts.processed())) {
            Optional<ReadAhead.Chunk> before = ahead.next();
            while (before.isPresent()) {
                with.halt().check();
                fields.links().fill(before.get().rows());
                before.get().rows().forEach(fields.matching()::holdAgainstFile);
                expect(before.get().rows());
                before = ahead.next();
            }
        }
    }

    private ReadAhead ahead(RowCursor from, Repairs repairs, long most) {
        return new ReadAhead(
                new ProposedRows(from, repairs), fields.reader(), table.header().width(), settings.repair(), most);
    }

    private void take(List<ImportedRow> some) {
        fields.links().fill(some);
        some.forEach(fields.matching()::holdAgainstFile);
        split(some);
    }

    /** What only the database finds (a value taken in the same moment) costs the neighbours a second try, never their success. */
    private void split(List<ImportedRow> some) {
        try {
            commit(some);
        } catch (Refusal refused) {
            if (some.size() == 1) {
                ImportedRow row = some.getFirst();
                refused.problems().forEach(p -> row.refuse(fields.chunk().placed(row, p)));
                commit(some);
            } else {
                int middle = some.size() / 2;
                split(some.subList(0, middle));
                split(some.subList(middle, some.size()));
            }
        }
    }

    private void commit(List<ImportedRow> some) {
        MassActStore.Counts done = settings.dryRun() ? tried(some) : write(some, true);
        if (settings.dryRun()) {
            with.transactions().write(() -> {
                hold();
                keep(some, done, false);
            });
            expect(some);
        }
        counts = counts.plus(done);
    }

    /** A dry run makes no records to which other rows could lead. */
    private void expect(List<ImportedRow> some) {
        if (settings.dryRun()
                && fields.type().links().stream()
                        .anyMatch(l -> l.target().equals(fields.type().name()))) {
            LinkResolver own = fields.links().resolver(fields.type().name());
            some.stream().filter(row -> !row.isRefused()).forEach(row -> own.expect(row.values()));
        }
    }

    private MassActStore.Counts write(List<ImportedRow> some, boolean keeping) {
        return with.transactions().write(() -> {
            if (fields.matching().isAsked()) {
                with.records().alone(List.of("import " + fields.type().name()));
            }
            hold();
            Notes told = new Notes();
            MassActStore.Counts done = fields.chunk().write(some, told);
            notes.add(told); // not before, since what is refused as a whole is tried again in parts
            if (keeping) {
                keep(some, done, done.created() + done.updated() > 0);
            }
            return done;
        });
    }

    /** Writes and takes it back, which finds all that is wrong without leaving a trace. */
    private MassActStore.Counts tried(List<ImportedRow> some) {
        try {
            with.transactions().write(() -> {
                throw new Tried(write(some, false));
            });
            throw new IllegalStateException("a try was not taken back");
        } catch (Tried tried) {
            return tried.done;
        }
    }

    private static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient MassActStore.Counts done;

        Tried(MassActStore.Counts done) {
            super("tried", null, false, false);
            this.done = done;
        }
    }

    private void hold() {
        if (!with.store().holds(job.id(), worker)) {
            throw new LeaseLost();
        }
    }

    private void keep(List<ImportedRow> some, MassActStore.Counts done, boolean wrote) {
        List<MassActProblems.RowProblem> problems = new ArrayList<>();
        List<PendingLinks.Pending> waiting = new ArrayList<>();
        for (ImportedRow row : some) {
            problems.addAll(with.told(row));
            if (row.record() != null && !row.isRefused()) {
                row.pending()
                        .forEach(p -> waiting.add(new PendingLinks.Pending(
                                row.line(), row.record(), p.target().field().name(), p.value(), row.cells())));
            }
        }
        with.problems().keep(job.id(), problems);
        with.pending().keep(job.id(), waiting);
        with.store().advance(job.id(), counts.plus(done), notes.json(with.json()), wrote);
    }

    private boolean setPending() {
        ObjectType type = fields.type();
        LinkResolver resolver = fields.links().resolver(type.name());
        resolver.forgetNames();
        WaitingLinks waiting = new WaitingLinks(with, type, settings, resolver);
        List<PendingLinks.Pending> some = with.pending().first(job.id(), Limits.CHUNK);
        while (!some.isEmpty()) {
            with.halt().check();
            if (!now.stand()) {
                return false;
            }
            List<PendingLinks.Pending> batch = some;
            with.transactions().write(() -> {
                hold();
                boolean wrote = waiting.set(job.id(), batch, notes);
                with.pending().strikeOff(job.id(), batch.size());
                with.store().advance(job.id(), counts, notes.json(with.json()), wrote);
            });
            some = with.pending().first(job.id(), Limits.CHUNK);
        }
        return true;
    }
}
