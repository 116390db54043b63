package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a tenant's mass acts stand: imports and bulk acts, which can be undone. */
@Component
public class MassActStore {
    private static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    private static final Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT);
    private static final Field<Long> CREATED = field(name("created"), SQLDataType.BIGINT);
    private static final Field<Long> UPDATED = field(name("updated"), SQLDataType.BIGINT);
    private static final Field<Long> UNCHANGED = field(name("unchanged"), SQLDataType.BIGINT);
    private static final Field<Long> FAILED = field(name("failed"), SQLDataType.BIGINT);
    private static final Field<JSONB> NOTES = field(name("notes"), SQLDataType.JSONB);
    private static final Field<JSONB> PROPOSAL = field(name("proposal"), SQLDataType.JSONB);
    static final Field<JSONB> UNDONE = field(name("undone"), SQLDataType.JSONB);

    private static final Field<UUID> JOB = field(name("job"), SQLDataType.UUID);

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final JobTable jobs;

    MassActStore(DSLContext sql, TenantTransactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.jobs = new JobTable("mass_act", sql, transactions, clock);
    }

    /** Of a file that nobody has read to its end yet. */
    public static final long UNCOUNTED = -1;

    /** How many rows had which outcome. */
    public record Counts(long processed, long created, long updated, long unchanged, long failed) {
        /** Of an act that has not begun. */
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

    /**
     * A mass act; what only its module reads is JSON text.
     *
     * @param kind of the work that does it
     * @param total rows of the file; {@link #UNCOUNTED} until all of it has been read
     */
    public record Job(
            RecordId id,
            String kind,
            String object,
            String settings,
            JobState state,
            long total,
            Counts counts,
            String notes,
            String proposal,
            @Nullable String error,
            @Nullable String undone,
            @Nullable RecordId createdBy,
            String createdByLabel,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt)
            implements StoredJob {
        /** A new one, asked for by who acts. */
        public static Job queued(
                RecordId id,
                String kind,
                String object,
                String settings,
                long total,
                String proposal,
                OffsetDateTime now) {
            return new Job(
                    id,
                    kind,
                    object,
                    settings,
                    JobState.QUEUED,
                    total,
                    Counts.NONE,
                    "{}",
                    proposal,
                    null,
                    null,
                    Acting.user().map(UserIdentity::user).orElse(null),
                    Acting.who().label(),
                    now,
                    null);
        }

        /** The same with nothing to be done for it. */
        public Job ended() {
            return new Job(
                    id,
                    kind,
                    object,
                    settings,
                    JobState.DONE,
                    total,
                    counts,
                    notes,
                    proposal,
                    error,
                    undone,
                    createdBy,
                    createdByLabel,
                    createdAt,
                    createdAt);
        }
    }

    /** Keeps a new act. */
    public void create(Job job) {
        transactions.write(() -> jobs.insert(job)
                .set(KIND, job.kind())
                .set(TOTAL, job.total())
                .set(PROPOSAL, JSONB.valueOf(job.proposal()))
                .set(JobTable.FINISHED_AT, job.finishedAt())
                .execute());
    }

    /** The act of that id. */
    public Optional<Job> find(RecordId id) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(jobs.table())
                .where(JobTable.ID.eq(id.value()))
                .fetchOptional(MassActStore::job));
    }

    /**
     * The newest acts of a kind, or those older than one: a person's own, and everybody's on some objects.
     *
     * @param person null for Hemai itself
     */
    public List<Job> newest(
            String kind, @Nullable RecordId person, List<String> objects, @Nullable RecordId after, int limit) {
        Condition visible = person == null
                ? DSL.noCondition()
                : JobTable.CREATED_BY.eq(person.value()).or(JobTable.OBJECT.in(objects));
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(jobs.table())
                .where(KIND.eq(kind))
                .and(visible)
                .and(after == null ? DSL.noCondition() : JobTable.ID.lt(after.value()))
                .orderBy(JobTable.ID.desc())
                .limit(limit)
                .fetch(MassActStore::job));
    }

    private static Job job(Record row) {
        return new Job(
                new RecordId(row.get(JobTable.ID)),
                row.get(KIND),
                row.get(JobTable.OBJECT),
                row.get(JobTable.SETTINGS).data(),
                JobState.of(row.get(JobTable.STATUS)),
                row.get(TOTAL),
                new Counts(
                        row.get(JobTable.PROCESSED),
                        row.get(CREATED),
                        row.get(UPDATED),
                        row.get(UNCHANGED),
                        row.get(FAILED)),
                row.get(NOTES).data(),
                row.get(PROPOSAL).data(),
                JobTable.json(row, JobTable.ERROR),
                JobTable.json(row, UNDONE),
                JobTable.createdBy(row),
                row.get(JobTable.CREATED_BY_LABEL),
                row.get(JobTable.CREATED_AT),
                row.get(JobTable.FINISHED_AT));
    }

    /** Makes the worker the only one that may write for the act; false when it is not waiting or running any more. */
    public boolean begin(RecordId id, UUID worker) {
        return jobs.begin(id, worker);
    }

    /** Whether the worker may still write; holds others off until the transaction ends. */
    public boolean holds(RecordId id, UUID worker) {
        return sql.select(JobTable.ID)
                .from(jobs.table())
                .where(JobTable.ID
                        .eq(id.value())
                        .and(JobTable.WORKER.eq(worker))
                        .and(JobTable.STATUS.eq(JobState.RUNNING.code())))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** Notes how many rows there are, in the transaction that is open. */
    public void counted(RecordId id, long total, String proposal) {
        sql.update(jobs.table())
                .set(TOTAL, total)
                .set(PROPOSAL, JSONB.valueOf(proposal))
                .where(JobTable.ID.eq(id.value()))
                .execute();
    }

    /** Moves on within the transaction of a chunk. */
    public void advance(RecordId id, Counts counts, String notes, boolean wrote) {
        sql.update(jobs.table())
                .set(JobTable.PROCESSED, counts.processed())
                .set(CREATED, counts.created())
                .set(UPDATED, counts.updated())
                .set(UNCHANGED, counts.unchanged())
                .set(FAILED, counts.failed())
                .set(NOTES, JSONB.valueOf(notes))
                .where(JobTable.ID.eq(id.value()))
                .execute();
        if (wrote) {
            sql.insertInto(Tables.named("mass_act_chunk")).set(JOB, id.value()).execute();
        }
    }

    /** Ends the act, with an error when it failed; false when the worker may not any more. */
    public boolean finish(RecordId id, UUID worker, JobState state, @Nullable String error) {
        return jobs.finish(id, worker, state, error);
    }

    /** Stops an act that has not ended; its worker notices before it writes more. */
    public boolean stop(RecordId id, String error) {
        return transactions.write(() -> sql.update(jobs.table())
                        .set(JobTable.STATUS, JobState.FAILED.code())
                        .set(JobTable.ERROR, JSONB.valueOf(error))
                        .set(JobTable.FINISHED_AT, OffsetDateTime.now(clock))
                        .setNull(JobTable.WORKER)
                        .where(JobTable.ID.eq(id.value()).and(JobTable.open()).and(UNDONE.isNull()))
                        .execute())
                == 1;
    }

    /** Makes a finished act one that waits to be undone; false when it does not stand so any more, or is still at work. */
    public boolean beginUndo(RecordId id, JobState standing, String undone) {
        return transactions.write(() -> sql.update(jobs.table())
                        .set(JobTable.STATUS, JobState.QUEUED.code())
                        .set(UNDONE, JSONB.valueOf(undone))
                        .where(JobTable.ID
                                .eq(id.value())
                                .and(JobTable.STATUS.eq(standing.code()))
                                .and(JobTable.STATUS.in(
                                        JobState.DONE.code(), JobState.FAILED.code(), JobState.UNDONE.code())))
                        .execute())
                == 1;
    }

    /** Names of the kept files that imports still read. */
    public Set<String> filesInUse() {
        return transactions.read(() -> new HashSet<>(sql.select(DSL.jsonbGetAttributeAsText(JobTable.SETTINGS, "file"))
                .from(jobs.table())
                .where(JobTable.open().and(KIND.eq("import")))
                .fetch(row -> row.value1())));
    }

    /** Notes how far the undoing is, within the transaction of a chunk. */
    public void undone(RecordId id, String undone) {
        sql.update(jobs.table())
                .set(UNDONE, JSONB.valueOf(undone))
                .where(JobTable.ID.eq(id.value()))
                .execute();
    }
}
