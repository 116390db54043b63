package io.hemai.journal;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened, in the transaction in which it happens, and reads what happened to a record. */
@Component
public class Journal {
    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final Bell bell;
    private final Clock clock;

    Journal(DSLContext sql, TenantTransactions transactions, Bell bell, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.bell = bell;
        this.clock = clock;
    }

    /** Writes the entries in one statement, however many; must run in the transaction of the changes they tell of. */
    public void write(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Actor actor = Actor.now();
        UUID person = actor.id() == null ? null : actor.id().value();
        sql.insertInto(
                        JournalColumns.table(),
                        JournalColumns.AT,
                        JournalColumns.ACTOR_KIND,
                        JournalColumns.ACTOR,
                        JournalColumns.ACTOR_LABEL,
                        JournalColumns.OBJECT,
                        JournalColumns.RECORD,
                        JournalColumns.ACT,
                        JournalColumns.VERSION,
                        JournalColumns.WHY,
                        JournalColumns.CHANGES)
                .select(DSL.select(
                        val(OffsetDateTime.now(clock)),
                        val(actor.kind().code()),
                        val(person, SQLDataType.UUID),
                        val(actor.label()),
                        each(entries, SQLDataType.VARCHAR, JournalEntry::object, String[]::new),
                        each(entries, SQLDataType.UUID, e -> e.record().value(), UUID[]::new),
                        each(entries, SQLDataType.VARCHAR, e -> e.act().code(), String[]::new),
                        each(entries, SQLDataType.BIGINT, JournalEntry::version, Long[]::new),
                        each(entries, SQLDataType.VARCHAR, e -> told(e.why()), String[]::new),
                        each(entries, SQLDataType.VARCHAR, JournalEntry::changes, String[]::new)
                                .cast(SQLDataType.JSONB)))
                .execute();
        bell.ringAfterCommit(CurrentTenant.get().id());
    }

    private interface NewArray<T> {
        @Nullable
        T[] of(int length);
    }

    /** One value of each entry as a column of rows. */
    private static <T> Field<T> each(
            List<JournalEntry> entries,
            DataType<T> type,
            Function<JournalEntry, @Nullable T> value,
            NewArray<T> array) {
        @Nullable T[] values = array.of(entries.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(entries.get(i));
        }
        return DSL.function(name("unnest"), type, val(values, type.getArrayDataType()));
    }

    private static @Nullable String told(@Nullable String why) {
        Optional<Cause> cause = Cause.current();
        if (cause.isPresent()) {
            return cause.get().told(why);
        }
        return why == null && Acting.who() instanceof SystemIdentity system ? system.reason() : why;
    }

    /**
     * What happened to the record, newest first.
     *
     * @param before id of an entry that only older ones are wanted of; {@link Long#MAX_VALUE} for the newest
     */
    public List<Entry> of(String object, RecordId record, long before, int limit) {
        return transactions.read(() -> sql.select(JournalColumns.all())
                .from(JournalColumns.table())
                .where(JournalColumns.RECORD.eq(record.value()))
                .and(JournalColumns.OBJECT.eq(object))
                .and(JournalColumns.ID.lt(before))
                .orderBy(JournalColumns.ID.desc())
                .limit(limit)
                .fetch(JournalColumns::read));
    }
}
