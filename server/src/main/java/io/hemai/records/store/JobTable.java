package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A tenant's table of jobs, as far as those of every kind are alike: kept, taken by one worker, ended by it. */
final class JobTable {
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    static final Field<JSONB> SETTINGS = field(name("settings"), SQLDataType.JSONB);
    static final Field<String> STATUS = field(name("status"), SQLDataType.VARCHAR);
    static final Field<UUID> WORKER = field(name("worker"), SQLDataType.UUID);
    static final Field<Long> PROCESSED = field(name("processed"), SQLDataType.BIGINT);
    static final Field<JSONB> ERROR = field(name("error"), SQLDataType.JSONB);
    static final Field<UUID> CREATED_BY = field(name("created_by"), SQLDataType.UUID);
    static final Field<String> CREATED_BY_LABEL = field(name("created_by_label"), SQLDataType.VARCHAR);
    static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> FINISHED_AT = field(name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final String name;
    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Clock clock;

    JobTable(String name, DSLContext sql, TenantTransactions transactions, Clock clock) {
        this.name = name;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The bound tenant's. */
    Table<Record> table() {
        return Tables.named(name);
    }

    /** Whether a job waits or runs. */
    static Condition open() {
        return STATUS.in(JobState.QUEUED.code(), JobState.RUNNING.code());
    }

    static @Nullable String json(Record row, Field<JSONB> field) {
        JSONB json = row.get(field);
        return json == null ? null : json.data();
    }

    static @Nullable RecordId createdBy(Record row) {
        UUID person = row.get(CREATED_BY);
        return person == null ? null : new RecordId(person);
    }

    /** The beginning of a row for a new job. */
    InsertSetMoreStep<Record> insert(StoredJob job) {
        RecordId person = job.createdBy();
        return sql.insertInto(table())
                .set(ID, job.id().value())
                .set(OBJECT, job.object())
                .set(SETTINGS, JSONB.valueOf(job.settings()))
                .set(STATUS, job.state().code())
                .set(CREATED_BY, person == null ? null : person.value())
                .set(CREATED_BY_LABEL, job.createdByLabel())
                .set(CREATED_AT, job.createdAt());
    }

    /** Makes the worker the only one that may write for the job; false when it is not waiting or running any more. */
    boolean begin(RecordId id, UUID worker) {
        return transactions.write(() -> sql.update(table())
                        .set(WORKER, worker)
                        .set(STATUS, JobState.RUNNING.code())
                        .where(ID.eq(id.value()).and(open()))
                        .execute())
                == 1;
    }

    /** Ends the job, with an error when it failed; false when the worker may not any more. One that is undone ended before. */
    boolean finish(RecordId id, UUID worker, JobState state, @Nullable String error) {
        return transactions.write(() -> sql.update(table())
                        .set(STATUS, state.code())
                        .set(ERROR, error == null ? null : JSONB.valueOf(error))
                        .set(FINISHED_AT, DSL.coalesce(FINISHED_AT, OffsetDateTime.now(clock)))
                        .setNull(WORKER)
                        .where(ID.eq(id.value()).and(WORKER.eq(worker)))
                        .execute())
                == 1;
    }
}
