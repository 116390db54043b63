package io.hemai.records.transfer;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
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

/** One worker's go at an import: reads on from where the last one stopped, chunk by chunk, each a transaction of its own. */
final class ImportRun {
    private final RunContext with;
    private final RightsOfNow now;
    private final MassActStore.Job job;
    private final ImportSettings settings;
    private final UUID worker;
    private final ObjectType type;
    private final Notes notes;
    private final Matching matching;
    private final CellReader reader;
    private final LinkFiller links;
    private final ImportChunk chunk;
    private final Table table;
    private MassActStore.Counts counts;

    ImportRun(
            RunContext with, RightsOfNow now, MassActStore.Job job, ImportSettings settings, Table table, UUID worker) {
        this.with = with;
        this.now = now;
        this.job = job;
        this.settings = settings;
        this.table = table;
        this.worker = worker;
        this.counts = job.counts();
        type = with.metadata().current().require(job.object());
        notes = Notes.read(job.notes(), with.json());
        List<Target> targets = Target.of(type, table.header(), settings.mapping());
        List<Field<?>> by =
                settings.match().stream().<Field<?>>map(type::requireField).toList();
        ValueContext context = with.contexts().current();
        matching = new Matching(type, by, with.lookup());
        reader = new CellReader(
                targets, settings.mapping().unmentioned(table.header().names()), context);
        links = new LinkFiller(type, with.metadata(), with.lookup(), with.gate(), context, notes);
        chunk = new ImportChunk(type, settings, matching, targets, with, notes);
    }

    /**
     * Brings in what is left of the file; a lost lease ends it where it stands.
     *
     * @return whether all is in; false when rights or fields have changed, so that another run is to go on
     */
    boolean run() {
        Repairs repairs = Repairs.of(table, findings().shapes());
        if (counts.processed() > 0 && (matching.isAsked() || settings.dryRun())) {
            replay(repairs);
        }
        try (ReadAhead ahead = ahead(table.rowsFrom(counts.processed()), repairs, Long.MAX_VALUE)) {
            Optional<ReadAhead.Chunk> next = ahead.next();
            while (next.isPresent()) {
                with.halt().check();
                notes.add(next.get().told());
                take(next.get().rows());
                next = ahead.next();
                if (next.isPresent() && !now.stand()) {
                    return false;
                }
            }
        }
        setPending();
        return true;
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
                links.fill(before.get().rows());
                before.get().rows().forEach(matching::holdAgainstFile);
                expect(before.get().rows());
                before = ahead.next();
            }
        }
    }

    private ReadAhead ahead(RowCursor rows, Repairs repairs, long most) {
        return new ReadAhead(
                new ProposedRows(rows, repairs), reader, table.header().width(), settings.repair(), most);
    }

    private void take(List<ImportedRow> rows) {
        links.fill(rows);
        rows.forEach(matching::holdAgainstFile);
        split(rows);
    }

    /** What only the database finds (a value taken in the same moment) costs the neighbours a second try, never their success. */
    private void split(List<ImportedRow> rows) {
        try {
            commit(rows);
        } catch (Refusal refused) {
            if (rows.size() == 1) {
                ImportedRow row = rows.getFirst();
                refused.problems().forEach(p -> row.refuse(chunk.placed(row, p)));
                commit(rows);
            } else {
                int middle = rows.size() / 2;
                split(rows.subList(0, middle));
                split(rows.subList(middle, rows.size()));
            }
        }
    }

    private void commit(List<ImportedRow> rows) {
        MassActStore.Counts done = settings.dryRun() ? tried(rows) : write(rows, true);
        if (settings.dryRun()) {
            with.transactions().write(() -> {
                hold();
                keep(rows, done, false);
            });
            expect(rows);
        }
        counts = counts.plus(done);
    }

    /** A dry run makes no records to which other rows could lead. */
    private void expect(List<ImportedRow> rows) {
        if (settings.dryRun() && type.links().stream().anyMatch(l -> l.target().equals(type.name()))) {
            LinkResolver own = links.resolver(type.name());
            rows.stream().filter(row -> !row.isRefused()).forEach(row -> own.expect(row.values()));
        }
    }

    private MassActStore.Counts write(List<ImportedRow> rows, boolean keeping) {
        return with.transactions().write(() -> {
            if (matching.isAsked()) {
                with.records().alone(List.of("import " + type.name()));
            }
            hold();
            MassActStore.Counts done = chunk.write(rows);
            if (keeping) {
                keep(rows, done, done.created() + done.updated() > 0);
            }
            return done;
        });
    }

    /** Writes and takes it back, which finds all that is wrong without leaving a trace. */
    private MassActStore.Counts tried(List<ImportedRow> rows) {
        try {
            with.transactions().write(() -> {
                throw new Tried(write(rows, false));
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

    private void keep(List<ImportedRow> rows, MassActStore.Counts done, boolean wrote) {
        List<MassActProblems.RowProblem> problems = new ArrayList<>();
        List<PendingLinks.Pending> waiting = new ArrayList<>();
        for (ImportedRow row : rows) {
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

    private void setPending() {
        LinkResolver resolver = links.resolver(type.name());
        resolver.forgetNames();
        WaitingLinks waiting = new WaitingLinks(with, type, settings, resolver);
        List<PendingLinks.Pending> some = with.pending().first(job.id(), Limits.CHUNK);
        while (!some.isEmpty()) {
            with.halt().check();
            List<PendingLinks.Pending> batch = some;
            with.transactions().write(() -> {
                hold();
                boolean wrote = waiting.set(job.id(), batch, notes);
                with.pending().strikeOff(job.id(), batch.size());
                with.store().advance(job.id(), counts, notes.json(with.json()), wrote);
            });
            some = with.pending().first(job.id(), Limits.CHUNK);
        }
    }
}
