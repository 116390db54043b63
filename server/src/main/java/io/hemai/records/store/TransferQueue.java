package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.database.Transactions;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Component;

/** Imports, bulk acts and exports to be done, of all tenants: taken on lease, so that another node goes on where one has died. */
@Component
public class TransferQueue {
    private static final Table<Record> TABLE = DSL.table(name("platform", "transfer_job"));
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> TENANT = field(name("tenant"), SQLDataType.VARCHAR);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    private static final Field<UUID> WORKER = field(name("worker"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> UNTIL = field(name("leased_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final Transactions transactions;

    TransferQueue(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A piece of work that was taken. */
    public record Taken(RecordId id, TenantId tenant, String kind, UUID worker) {}

    /** Puts work into the queue for anybody, after the time in which whoever asks may take it first. */
    public void add(RecordId id, TenantId tenant, String kind, Duration first) {
        transactions.write(() -> sql.insertInto(TABLE)
                .set(ID, id.value())
                .set(TENANT, tenant.name())
                .set(KIND, kind)
                .set(UNTIL, in(first))
                .onConflict(ID)
                .doUpdate()
                .set(KIND, kind)
                // who did the last work on it and has not noticed yet that it ended must not strike this off
                .set(WORKER, (UUID) null)
                .set(UNTIL, in(first))
                .execute());
    }

    /** Makes work free to be taken after a pause. */
    public void release(Taken taken, Duration pause) {
        transactions.write(() -> sql.update(TABLE)
                .set(UNTIL, in(pause))
                .where(ID.eq(taken.id().value()).and(WORKER.eq(taken.worker())))
                .execute());
    }

    /** Takes the work that has waited longest, if any is free; that of a tenant for whom less is being done goes before. */
    public Optional<Taken> take(Duration lease) {
        return transactions.write(() -> {
            Field<Integer> doneForIt = DSL.field(DSL.selectCount()
                    .from(TABLE.as(name("done")))
                    .where(of("done", TENANT).eq(of("waiting", TENANT)))
                    .and(of("done", WORKER).isNotNull())
                    .and(of("done", UNTIL).gt(DSL.currentOffsetDateTime())));
            Field<UUID> free = DSL.field(DSL.select(of("waiting", ID))
                    .from(TABLE.as(name("waiting")))
                    .where(of("waiting", UNTIL).le(DSL.currentOffsetDateTime()))
                    .orderBy(doneForIt, of("waiting", UNTIL))
                    .limit(DSL.inline(1))
                    .forUpdate()
                    .skipLocked());
            return sql.update(TABLE)
                    .set(WORKER, UUID.randomUUID())
                    .set(UNTIL, in(lease))
                    .where(ID.eq(free))
                    .returning(ID, TENANT, KIND, WORKER)
                    .fetchOptional(row -> new Taken(
                            new RecordId(row.get(ID)), new TenantId(row.get(TENANT)), row.get(KIND), row.get(WORKER)));
        });
    }

    private static <T> Field<T> of(String alias, Field<T> column) {
        return field(name(alias, column.getName()), column.getDataType());
    }

    /** Keeps the work of living workers from being taken. */
    public void renew(Collection<UUID> workers, Duration lease) {
        if (!workers.isEmpty()) {
            transactions.write(() -> sql.update(TABLE)
                    .set(UNTIL, in(lease))
                    .where(WORKER.in(workers))
                    .execute());
        }
    }

    /** Strikes work off that is finished. */
    public void remove(Taken taken) {
        transactions.write(() -> sql.deleteFrom(TABLE)
                .where(ID.eq(taken.id().value()).and(WORKER.eq(taken.worker())))
                .execute());
    }

    /** The database's clock counts, since every node reads it. */
    private static Field<OffsetDateTime> in(Duration time) {
        return DSL.currentOffsetDateTime().add(DayToSecond.valueOf(time));
    }
}
