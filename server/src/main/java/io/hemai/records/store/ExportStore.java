package io.hemai.records.store;

import static org.jooq.impl.DSL.name;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a tenant's exports stand. */
@Component
public class ExportStore {
    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final JobTable jobs;

    ExportStore(DSLContext sql, TenantTransactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.jobs = new JobTable("export_job", sql, transactions, clock);
    }

    /** An export; settings and error are JSON text. */
    public record Job(
            RecordId id,
            String object,
            String settings,
            JobState state,
            long processed,
            @Nullable String error,
            @Nullable RecordId createdBy,
            String createdByLabel,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt)
            implements StoredJob {
        /** A new one, asked for by who acts. */
        public static Job queued(RecordId id, String object, String settings, OffsetDateTime now) {
            return new Job(
                    id,
                    object,
                    settings,
                    JobState.QUEUED,
                    0,
                    null,
                    Acting.user().map(UserIdentity::user).orElse(null),
                    Acting.who().label(),
                    now,
                    null);
        }
    }

    /** Makes the table in the tenant's schema, unless it is there. */
    void prepare(String schema) {
        sql.createTableIfNotExists(DSL.table(name(schema, "export_job")))
                .column("id", SQLDataType.UUID.notNull())
                .column("object", SQLDataType.VARCHAR.notNull())
                .column("settings", SQLDataType.JSONB.notNull())
                .column("status", SQLDataType.VARCHAR.notNull())
                .column("worker", SQLDataType.UUID)
                .column("processed", SQLDataType.BIGINT.notNull())
                .column("error", SQLDataType.JSONB)
                .column("created_by", SQLDataType.UUID)
                .column("created_by_label", SQLDataType.VARCHAR.notNull())
                .column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE.notNull())
                .column("finished_at", SQLDataType.TIMESTAMPWITHTIMEZONE)
                .constraints(DSL.primaryKey("id"))
                .execute();
    }

    /** Keeps a new export. */
    public void create(Job job) {
        transactions.write(
                () -> jobs.insert(job).set(JobTable.PROCESSED, job.processed()).execute());
    }

    /** The export of that id. */
    public Optional<Job> find(RecordId id) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(jobs.table())
                .where(JobTable.ID.eq(id.value()))
                .fetchOptional(row -> new Job(
                        new RecordId(row.get(JobTable.ID)),
                        row.get(JobTable.OBJECT),
                        row.get(JobTable.SETTINGS).data(),
                        JobState.of(row.get(JobTable.STATUS)),
                        row.get(JobTable.PROCESSED),
                        JobTable.json(row, JobTable.ERROR),
                        JobTable.createdBy(row),
                        row.get(JobTable.CREATED_BY_LABEL),
                        row.get(JobTable.CREATED_AT),
                        row.get(JobTable.FINISHED_AT))));
    }

    /** Makes the worker the one that writes the file; false when there is nothing to do any more. */
    public boolean begin(RecordId id, UUID worker) {
        return jobs.begin(id, worker) && advance(id, worker, 0);
    }

    /** Notes how many rows are written; false when another worker writes the file now. */
    public boolean advance(RecordId id, UUID worker, long rows) {
        return transactions.write(() -> sql.update(jobs.table())
                        .set(JobTable.PROCESSED, rows)
                        .where(JobTable.ID.eq(id.value()).and(JobTable.WORKER.eq(worker)))
                        .execute())
                == 1;
    }

    /** Ends the export; with an error when it failed. */
    public void finish(RecordId id, UUID worker, JobState state, @Nullable String error) {
        jobs.finish(id, worker, state, error);
    }
}
