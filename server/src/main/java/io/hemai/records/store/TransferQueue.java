package io.hemai.records.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.database.Transactions;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports, bulk acts and exports to be done, of all tenants: taken on lease, so that another node goes on where one has died. */
@Component
public class TransferQueue {
    private static final Table<Record> TABLE = DSL.table(name("platform", "transfer_job"));
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> TENANT = field(name("tenant"), SQLDataType.VARCHAR);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    private static final Field<UUID> PERSON = field(name("person"), SQLDataType.UUID);
    private static final Field<UUID> WORKER = field(name("worker"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> UNTIL = field(name("leased_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Table<Record> TURNS = DSL.table(name("platform", "transfer_turn"));
    private static final Field<OffsetDateTime> TAKEN_AT = field(name("taken_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    /** Stands for Hemai itself. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** The moment itself, which goes on within a transaction. */
    private static final Field<OffsetDateTime> NOW =
            DSL.function(name("clock_timestamp"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Field<BigDecimal> NUMBER = field(name("number"), SQLDataType.NUMERIC);
    private static final String WAITING = "waiting";
    private static final String RUNNING = "running";
    private static final String BUSY = "busy";
    private static final String SERVED = "served";
    private static final String TURN = "turn";

    private final DSLContext sql;
    private final Transactions transactions;

    TransferQueue(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A piece of work that was taken. */
    public record Taken(RecordId id, TenantId tenant, String kind, UUID worker) {}

    /**
     * Puts work into the queue for anybody, after the time in which whoever asks may take it first.
     *
     * @param person who asked for it; null for Hemai itself
     */
    public void add(RecordId id, TenantId tenant, @Nullable RecordId person, String kind, Duration first) {
        UUID asked = person == null ? NOBODY : person.value();
        transactions.write(() -> sql.insertInto(TABLE)
                .set(PERSON, asked)
                .set(ID, id.value())
                .set(TENANT, tenant.name())
                .set(KIND, kind)
                .set(UNTIL, in(first))
                .onConflict(ID)
                .doUpdate()
                .set(PERSON, asked)
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

    /**
     * Takes work, if any is free: of the company for which least is being done, and which was served longest ago; within it of the
     * person of whom the same is true; of that person's what has waited longest.
     */
    public Optional<Taken> take(Duration lease) {
        CommonTableExpression<?> running = name(RUNNING)
                .as(DSL.select(TENANT, PERSON, DSL.count().cast(NUMBER).as(NUMBER))
                        .from(TABLE)
                        .where(WORKER.isNotNull())
                        .and(UNTIL.gt(DSL.currentOffsetDateTime()))
                        .groupBy(TENANT, PERSON));
        CommonTableExpression<?> busy = name(BUSY)
                .as(DSL.select(TENANT, DSL.sum(NUMBER).as(NUMBER))
                        .from(name(RUNNING))
                        .groupBy(TENANT));
        CommonTableExpression<?> served = name(SERVED)
                .as(DSL.select(TENANT, DSL.max(TAKEN_AT).as(TAKEN_AT))
                        .from(TURNS)
                        .groupBy(TENANT));
        CommonTableExpression<?> next = name("next").as(next());
        CommonTableExpression<?> taken = name("taken")
                .as(DSL.update(TABLE)
                        .set(WORKER, UUID.randomUUID())
                        .set(UNTIL, in(lease))
                        .where(ID.eq(DSL.field(DSL.select(ID).from(name("next")))))
                        .returning(ID, TENANT, PERSON, KIND, WORKER));
        CommonTableExpression<?> noted = name("noted")
                .as(DSL.insertInto(TURNS, TENANT, PERSON, TAKEN_AT)
                        .select(DSL.select(TENANT, PERSON, NOW).from(name("taken")))
                        .onConflict(TENANT, PERSON)
                        .doUpdate()
                        .set(TAKEN_AT, NOW)
                        .returningResult(DSL.one()));
        return transactions.write(() -> sql.with(running, busy, served, next, taken, noted)
                .select(ID, TENANT, KIND, WORKER)
                .from(name("taken"))
                .fetchOptional(row -> new Taken(
                        new RecordId(row.get(ID)), new TenantId(row.get(TENANT)), row.get(KIND), row.get(WORKER))));
    }

    private static Select<Record1<UUID>> next() {
        return DSL.select(of(WAITING, ID))
                .from(TABLE.as(name(WAITING)))
                .leftJoin(DSL.table(name(BUSY)))
                .on(of(BUSY, TENANT).eq(of(WAITING, TENANT)))
                .leftJoin(DSL.table(name(SERVED)))
                .on(of(SERVED, TENANT).eq(of(WAITING, TENANT)))
                .leftJoin(DSL.table(name(RUNNING)))
                .on(of(RUNNING, TENANT)
                        .eq(of(WAITING, TENANT))
                        .and(of(RUNNING, PERSON).eq(of(WAITING, PERSON))))
                .leftJoin(TURNS.as(name(TURN)))
                .on(of(TURN, TENANT)
                        .eq(of(WAITING, TENANT))
                        .and(of(TURN, PERSON).eq(of(WAITING, PERSON))))
                .where(of(WAITING, UNTIL).le(DSL.currentOffsetDateTime()))
                .orderBy(
                        DSL.coalesce(of(BUSY, NUMBER), DSL.inline(BigDecimal.ZERO)),
                        of(SERVED, TAKEN_AT).asc().nullsFirst(),
                        DSL.coalesce(of(RUNNING, NUMBER), DSL.inline(BigDecimal.ZERO)),
                        of(TURN, TAKEN_AT).asc().nullsFirst(),
                        of(WAITING, UNTIL))
                .limit(DSL.inline(1))
                .forUpdate()
                .of(DSL.table(name(WAITING)))
                .skipLocked();
    }

    /** Forgets turns that are so long ago that they do not matter. */
    public void forgetTurns(Duration age) {
        transactions.write(() ->
                sql.deleteFrom(TURNS).where(TAKEN_AT.lt(in(age.negated()))).execute());
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
