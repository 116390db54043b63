package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a tenant's exports stand. */
@Component
public class ExportStore {
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    private static final Field<JSONB> SETTINGS = field(name("settings"), SQLDataType.JSONB);
    private static final Field<String> STATUS = field(name("status"), SQLDataType.VARCHAR);
    private static final Field<UUID> WORKER = field(name("worker"), SQLDataType.UUID);
    private static final Field<Long> PROCESSED = field(name("processed"), SQLDataType.BIGINT);
    private static final Field<JSONB> ERROR = field(name("error"), SQLDataType.JSONB);
    private static final Field<UUID> CREATED_BY = field(name("created_by"), SQLDataType.UUID);
    private static final Field<String> CREATED_BY_LABEL = field(name("created_by_label"), SQLDataType.VARCHAR);
    private static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> FINISHED_AT =
            field(name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Clock clock;

    ExportStore(DSLContext sql, TenantTransactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An export; settings and error are JSON text. */
    public record Job(
            RecordId id,
            String object,
            String settings,
            String status,
            long processed,
            @Nullable String error,
            @Nullable RecordId createdBy,
            String createdByLabel,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt) {}

    private static Table<Record> jobs() {
        return Tables.named("export_job");
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
        transactions.write(() -> sql.insertInto(jobs())
                .set(ID, job.id().value())
                .set(OBJECT, job.object())
                .set(SETTINGS, JSONB.valueOf(job.settings()))
                .set(STATUS, job.status())
                .set(PROCESSED, job.processed())
                .set(
                        CREATED_BY,
                        job.createdBy() == null ? null : job.createdBy().value())
                .set(CREATED_BY_LABEL, job.createdByLabel())
                .set(CREATED_AT, job.createdAt())
                .execute());
    }

    /** The export of that id. */
    public Optional<Job> find(RecordId id) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(jobs())
                .where(ID.eq(id.value()))
                .fetchOptional(row -> new Job(
                        new RecordId(row.get(ID)),
                        row.get(OBJECT),
                        row.get(SETTINGS).data(),
                        row.get(STATUS),
                        row.get(PROCESSED),
                        row.get(ERROR) == null ? null : row.get(ERROR).data(),
                        row.get(CREATED_BY) == null ? null : new RecordId(row.get(CREATED_BY)),
                        row.get(CREATED_BY_LABEL),
                        row.get(CREATED_AT),
                        row.get(FINISHED_AT))));
    }

    /** Makes the worker the one that writes the file; false when there is nothing to do any more. */
    public boolean begin(RecordId id, UUID worker) {
        return transactions.write(() -> sql.update(jobs())
                        .set(WORKER, worker)
                        .set(STATUS, "running")
                        .set(PROCESSED, 0L)
                        .where(ID.eq(id.value()).and(STATUS.in("queued", "running")))
                        .execute())
                == 1;
    }

    /** Notes how many rows are written; false when another worker writes the file now. */
    public boolean advance(RecordId id, UUID worker, long rows) {
        return transactions.write(() -> sql.update(jobs())
                        .set(PROCESSED, rows)
                        .where(ID.eq(id.value()).and(WORKER.eq(worker)))
                        .execute())
                == 1;
    }

    /** Ends the export; with an error when it failed. */
    public void finish(RecordId id, UUID worker, String status, @Nullable String error) {
        transactions.write(() -> sql.update(jobs())
                .set(STATUS, status)
                .set(ERROR, error == null ? null : JSONB.valueOf(error))
                .set(FINISHED_AT, OffsetDateTime.now(clock))
                .setNull(WORKER)
                .where(ID.eq(id.value()).and(WORKER.eq(worker)))
                .execute());
    }
}
