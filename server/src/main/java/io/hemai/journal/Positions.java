package io.hemai.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Where readers stand in the bound tenant's journal, and the entries they were handed in vain. */
@Component
class Positions {
    /** How many entries a reader is handed at most. */
    static final int BATCH = 500;

    private static final Name P = name("p");
    private static final Name HERE = name("here");
    private static final Name NEXT = name("next");
    private static final Field<String> READER = field(name("reader"), SQLDataType.VARCHAR);
    private static final Field<Integer> BATCH_SIZE = field(name("batch"), SQLDataType.INTEGER);
    private static final Field<Integer> TRIES = field(name("tries"), SQLDataType.INTEGER);
    private static final Field<OffsetDateTime> RETRY_AT = field(name("retry_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<String> FAILURE = field(name("failure"), SQLDataType.VARCHAR);
    private static final Field<Long> DEAD_ENTRY = field(name("entry"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> FAILED_AT = field(name("failed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;

    Positions(DSLContext sql) {
        this.sql = sql;
    }

    private static Table<Record> table() {
        return DSL.table(name(CurrentTenant.get().schema(), "journal_position"));
    }

    private static Table<Record> dead() {
        return DSL.table(name(CurrentTenant.get().schema(), "journal_dead"));
    }

    /** The reader's position, held until the transaction ends; empty while another node holds it, and for a new reader. */
    Optional<Position> hold(String reader) {
        Field<Long> nextFirst = field(NEXT.append("first_id"), SQLDataType.BIGINT);
        return sql.select(
                        field(P.append("epoch"), SQLDataType.UUID),
                        field(P.append("transaction"), JournalColumns.XID).cast(SQLDataType.VARCHAR),
                        field(P.append("id"), SQLDataType.BIGINT),
                        field(HERE.append("first_id"), SQLDataType.BIGINT),
                        field(NEXT.append("epoch"), SQLDataType.UUID),
                        DSL.coalesce(nextFirst, DSL.inline(Long.MAX_VALUE)),
                        BATCH_SIZE,
                        TRIES,
                        RETRY_AT)
                .from(table().as(P))
                .join(Epochs.table().as(HERE))
                .on(field(HERE.append("epoch"), SQLDataType.UUID).eq(field(P.append("epoch"), SQLDataType.UUID)))
                .leftJoin(Epochs.table().as(NEXT))
                .on(field(NEXT.append("place"), SQLDataType.INTEGER)
                        .eq(field(HERE.append("place"), SQLDataType.INTEGER).plus(1)))
                .where(READER.eq(reader))
                .forUpdate()
                .of(DSL.table(P))
                .skipLocked()
                .fetchOptional(row -> new Position(
                        row.value1(),
                        Long.parseLong(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9() == null ? null : row.value9().toInstant()));
    }

    /** Gives a new reader its place before the first entry; false when it has one. */
    boolean begin(String reader) {
        return sql.insertInto(
                                table(),
                                READER,
                                Epochs.EPOCH,
                                JournalColumns.TRANSACTION,
                                JournalColumns.ID,
                                BATCH_SIZE,
                                TRIES)
                        .select(DSL.select(
                                        val(reader),
                                        Epochs.EPOCH,
                                        JournalColumns.xid(0),
                                        DSL.inline(0L),
                                        DSL.inline(BATCH),
                                        DSL.inline(0))
                                .from(Epochs.table())
                                .orderBy(Epochs.PLACE)
                                .limit(1))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Moves on to behind the entry, and tries more at a time next time. */
    void move(String reader, Position from, Entry last) {
        sql.update(table())
                .set(JournalColumns.TRANSACTION, JournalColumns.xid(last.transaction()))
                .set(JournalColumns.ID, last.id())
                .set(BATCH_SIZE, Math.min(BATCH, from.batch() * 2))
                .set(TRIES, 0)
                .setNull(RETRY_AT)
                .setNull(FAILURE)
                .where(READER.eq(reader))
                .execute();
    }

    /** Moves on to the beginning of the next epoch. */
    void enter(String reader, UUID epoch) {
        sql.update(table())
                .set(Epochs.EPOCH, epoch)
                .set(JournalColumns.TRANSACTION, JournalColumns.xid(0))
                .set(JournalColumns.ID, 0L)
                .where(READER.eq(reader))
                .execute();
    }

    /** Tries fewer entries, or the same one later; nothing when the reader has moved meanwhile. */
    void retry(String reader, Position from, int batch, int tries, Instant at, String failure) {
        sql.update(table())
                .set(BATCH_SIZE, batch)
                .set(TRIES, tries)
                .set(RETRY_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(FAILURE, failure)
                .where(unmoved(reader, from))
                .execute();
    }

    /** Sets the entry aside and moves on; nothing when the reader has moved meanwhile. */
    void bury(String reader, Position from, Entry entry, Instant at, String failure) {
        if (sql.fetchExists(DSL.selectOne().from(table()).where(unmoved(reader, from)))) {
            sql.insertInto(dead(), READER, DEAD_ENTRY, FAILED_AT, FAILURE)
                    .values(reader, entry.id(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC), failure)
                    .onConflictDoNothing()
                    .execute();
            move(reader, from, entry);
        }
    }

    private static Condition unmoved(String reader, Position from) {
        return READER.eq(reader)
                .and(Epochs.EPOCH.eq(from.epoch()))
                .and(JournalColumns.TRANSACTION.eq(JournalColumns.xid(from.transaction())))
                .and(JournalColumns.ID.eq(from.id()));
    }

    /** The entries set aside, oldest first. */
    List<Entry> buried(String reader) {
        return sql.select(JournalColumns.all())
                .from(JournalColumns.table())
                .where(JournalColumns.ID.in(DSL.select(DEAD_ENTRY).from(dead()).where(READER.eq(reader))))
                .orderBy(JournalColumns.ID)
                .limit(BATCH)
                .fetch(JournalColumns::read);
    }

    /** Up to so many entries set aside, oldest first. */
    List<DeadEntry> dead(int most) {
        return sql.select(READER, DEAD_ENTRY, FAILED_AT, JournalColumns.OBJECT, JournalColumns.RECORD)
                .from(dead())
                .join(JournalColumns.table())
                .on(JournalColumns.ID.eq(DEAD_ENTRY))
                .orderBy(FAILED_AT, DEAD_ENTRY, READER)
                .limit(most)
                .fetch(row -> new DeadEntry(
                        row.value1(),
                        row.value2(),
                        row.value3().toInstant(),
                        row.value4(),
                        new RecordId(row.value5())));
    }

    /** The entry was taken after all. */
    void unbury(String reader, Entry entry) {
        sql.deleteFrom(dead())
                .where(READER.eq(reader))
                .and(DEAD_ENTRY.eq(entry.id()))
                .execute();
    }
}
