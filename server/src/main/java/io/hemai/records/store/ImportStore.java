package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a tenant's imports stand. */
@Component
public class ImportStore {
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    private static final Field<JSONB> SETTINGS = field(name("settings"), SQLDataType.JSONB);
    private static final Field<String> STATUS = field(name("status"), SQLDataType.VARCHAR);
    private static final Field<UUID> WORKER = field(name("worker"), SQLDataType.UUID);
    private static final Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT);
    private static final Field<Long> PROCESSED = field(name("processed"), SQLDataType.BIGINT);
    private static final Field<Long> CREATED = field(name("created"), SQLDataType.BIGINT);
    private static final Field<Long> UPDATED = field(name("updated"), SQLDataType.BIGINT);
    private static final Field<Long> UNCHANGED = field(name("unchanged"), SQLDataType.BIGINT);
    private static final Field<Long> FAILED = field(name("failed"), SQLDataType.BIGINT);
    private static final Field<JSONB> NOTES = field(name("notes"), SQLDataType.JSONB);
    private static final Field<JSONB> PROPOSAL = field(name("proposal"), SQLDataType.JSONB);
    private static final Field<JSONB> ERROR = field(name("error"), SQLDataType.JSONB);
    private static final Field<JSONB> UNDONE = field(name("undone"), SQLDataType.JSONB);
    private static final Field<UUID> CREATED_BY = field(name("created_by"), SQLDataType.UUID);
    private static final Field<String> CREATED_BY_LABEL = field(name("created_by_label"), SQLDataType.VARCHAR);
    private static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> FINISHED_AT =
            field(name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);
    private static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT);
    private static final Field<Long> LINE = field(name("line"), SQLDataType.BIGINT);
    private static final Field<String> COLUMN = field(name("column_name"), SQLDataType.VARCHAR);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.VARCHAR);
    private static final Field<String> CODE = field(name("code"), SQLDataType.VARCHAR);
    private static final Field<String> MESSAGE_ZH = field(name("message_zh"), SQLDataType.VARCHAR);
    private static final Field<String> MESSAGE_EN = field(name("message_en"), SQLDataType.VARCHAR);
    private static final Field<String[]> CELLS = field(name("cells"), SQLDataType.VARCHAR.getArrayDataType());
    private static final int FETCH = 1_000;

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Clock clock;

    ImportStore(DSLContext sql, TenantTransactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many rows had which outcome. */
    public record Counts(long processed, long created, long updated, long unchanged, long failed) {
        /** Of an import that has not begun. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    processed + more.processed,
                    created + more.created,
                    updated + more.updated,
                    unchanged + more.unchanged,
                    failed + more.failed);
        }
    }

    /** An import; what only its module reads is JSON text. */
    public record Job(
            RecordId id,
            String object,
            String settings,
            String status,
            long total,
            Counts counts,
            String notes,
            String proposal,
            @Nullable String error,
            @Nullable String undone,
            @Nullable RecordId createdBy,
            String createdByLabel,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt) {}

    /** What is wrong with a cell, or with a whole row; cells only with the first problem of a row. */
    public record RowProblem(
            long line,
            @Nullable String column,
            @Nullable String value,
            String code,
            String chinese,
            String english,
            @Nullable List<String> cells) {}

    private static Table<Record> jobs() {
        return Tables.named("import_job");
    }

    private static Table<Record> problems() {
        return Tables.named("import_problem");
    }

    /** Keeps a new import. */
    public void create(Job job) {
        transactions.write(() -> sql.insertInto(jobs())
                .set(ID, job.id().value())
                .set(OBJECT, job.object())
                .set(SETTINGS, JSONB.valueOf(job.settings()))
                .set(STATUS, job.status())
                .set(TOTAL, job.total())
                .set(PROPOSAL, JSONB.valueOf(job.proposal()))
                .set(
                        CREATED_BY,
                        job.createdBy() == null ? null : job.createdBy().value())
                .set(CREATED_BY_LABEL, job.createdByLabel())
                .set(CREATED_AT, job.createdAt())
                .execute());
    }

    /** The import of that id. */
    public Optional<Job> find(RecordId id) {
        return transactions.read(() ->
                sql.select(DSL.asterisk()).from(jobs()).where(ID.eq(id.value())).fetchOptional(ImportStore::job));
    }

    /** The newest imports, of one person or of all. */
    public List<Job> newest(@Nullable RecordId person, int limit) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(jobs())
                .where(person == null ? DSL.noCondition() : CREATED_BY.eq(person.value()))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(ImportStore::job));
    }

    private static Job job(Record row) {
        return new Job(
                new RecordId(row.get(ID)),
                row.get(OBJECT),
                row.get(SETTINGS).data(),
                row.get(STATUS),
                row.get(TOTAL),
                new Counts(row.get(PROCESSED), row.get(CREATED), row.get(UPDATED), row.get(UNCHANGED), row.get(FAILED)),
                row.get(NOTES).data(),
                row.get(PROPOSAL).data(),
                data(row.get(ERROR)),
                data(row.get(UNDONE)),
                row.get(CREATED_BY) == null ? null : new RecordId(row.get(CREATED_BY)),
                row.get(CREATED_BY_LABEL),
                row.get(CREATED_AT),
                row.get(FINISHED_AT));
    }

    private static @Nullable String data(@Nullable JSONB json) {
        return json == null ? null : json.data();
    }

    /** Makes the worker the only one that may write for the import; false when it is not waiting or running any more. */
    public boolean begin(RecordId id, UUID worker) {
        return transactions.write(() -> sql.update(jobs())
                        .set(WORKER, worker)
                        .set(STATUS, "running")
                        .where(ID.eq(id.value()).and(STATUS.in("queued", "running")))
                        .execute())
                == 1;
    }

    /** Whether the worker may still write; holds others off until the transaction ends. */
    public boolean holds(RecordId id, UUID worker) {
        return sql.select(ID)
                .from(jobs())
                .where(ID.eq(id.value()).and(WORKER.eq(worker)).and(STATUS.eq("running")))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** Moves on within the transaction of a chunk. */
    public void advance(RecordId id, Counts counts, String notes, boolean wrote) {
        sql.update(jobs())
                .set(PROCESSED, counts.processed())
                .set(CREATED, counts.created())
                .set(UPDATED, counts.updated())
                .set(UNCHANGED, counts.unchanged())
                .set(FAILED, counts.failed())
                .set(NOTES, JSONB.valueOf(notes))
                .where(ID.eq(id.value()))
                .execute();
        if (wrote) {
            sql.insertInto(Tables.named("import_chunk")).set(JOB, id.value()).execute();
        }
    }

    /** Ends the import, if the worker still may; with an error when it failed. */
    public void finish(RecordId id, UUID worker, String status, @Nullable String error) {
        transactions.write(() -> sql.update(jobs())
                .set(STATUS, status)
                .set(ERROR, error == null ? null : JSONB.valueOf(error))
                .set(FINISHED_AT, OffsetDateTime.now(clock))
                .setNull(WORKER)
                .where(ID.eq(id.value()).and(WORKER.eq(worker)))
                .execute());
    }

    /** Stops an import that has not ended; its worker notices before it writes more. */
    public boolean stop(RecordId id, String error) {
        return transactions.write(() -> sql.update(jobs())
                        .set(STATUS, "failed")
                        .set(ERROR, JSONB.valueOf(error))
                        .set(FINISHED_AT, OffsetDateTime.now(clock))
                        .setNull(WORKER)
                        .where(ID.eq(id.value())
                                .and(STATUS.in("queued", "running"))
                                .and(UNDONE.isNull()))
                        .execute())
                == 1;
    }

    /** Makes a finished import one that waits to be undone; false when it is not finished or already undone. */
    public boolean beginUndo(RecordId id, String undone) {
        return transactions.write(() -> sql.update(jobs())
                        .set(STATUS, "queued")
                        .set(UNDONE, JSONB.valueOf(undone))
                        .where(ID.eq(id.value()).and(STATUS.in("done", "failed")))
                        .execute())
                == 1;
    }

    /** Names of the kept files that imports still read. */
    public Set<String> filesInUse() {
        return transactions.read(() -> new HashSet<>(sql.select(DSL.jsonbGetAttributeAsText(SETTINGS, "file"))
                .from(jobs())
                .where(STATUS.in("queued", "running"))
                .fetch(row -> row.value1())));
    }

    /** Notes how far the undoing is, within the transaction of a chunk. */
    public void undone(RecordId id, String undone) {
        sql.update(jobs())
                .set(UNDONE, JSONB.valueOf(undone))
                .where(ID.eq(id.value()))
                .execute();
    }

    /** Keeps problems, in the transaction that is open. */
    public void keep(RecordId id, List<RowProblem> found) {
        if (found.isEmpty()) {
            return;
        }
        var rows = sql.insertInto(problems(), JOB, LINE, COLUMN, VALUE, CODE, MESSAGE_ZH, MESSAGE_EN, CELLS);
        int bound = 0;
        for (RowProblem p : found) {
            rows = rows.values(
                    id.value(),
                    p.line(),
                    p.column(),
                    p.value(),
                    p.code(),
                    p.chinese(),
                    p.english(),
                    p.cells() == null ? null : p.cells().toArray(String[]::new));
            bound++;
            if (bound == FETCH) {
                rows.execute();
                rows = sql.insertInto(problems(), JOB, LINE, COLUMN, VALUE, CODE, MESSAGE_ZH, MESSAGE_EN, CELLS);
                bound = 0;
            }
        }
        if (bound > 0) {
            rows.execute();
        }
    }

    /** The first problems, in the order found. */
    public List<RowProblem> problems(RecordId id, int limit) {
        return transactions.read(
                () -> after(id, 0, limit).stream().map(Placed::problem).toList());
    }

    /** All problems in the order found, however many. */
    public void eachProblem(RecordId id, Consumer<RowProblem> sink) {
        long place = 0;
        List<Placed> page;
        do {
            long from = place;
            page = transactions.read(() -> after(id, from, FETCH));
            page.forEach(p -> sink.accept(p.problem()));
            place = page.isEmpty() ? place : page.getLast().place();
        } while (page.size() == FETCH);
    }

    private record Placed(long place, RowProblem problem) {}

    private List<Placed> after(RecordId id, long place, int limit) {
        return sql.select(DSL.asterisk())
                .from(problems())
                .where(JOB.eq(id.value()).and(PLACE.gt(place)))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Placed(
                        row.get(PLACE),
                        new RowProblem(
                                row.get(LINE),
                                row.get(COLUMN),
                                row.get(VALUE),
                                row.get(CODE),
                                row.get(MESSAGE_ZH),
                                row.get(MESSAGE_EN),
                                row.get(CELLS) == null ? null : new ArrayList<>(List.of(row.get(CELLS))))));
    }
}
