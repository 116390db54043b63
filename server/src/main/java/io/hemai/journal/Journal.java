package io.hemai.journal;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened, in the transaction in which it happens, and reads what happened to a record. */
@Component
public class Journal {
    private final DSLContext sql;
    private final Jdbc jdbc;
    private final TenantTransactions transactions;
    private final Bell bell;
    private final Clock clock;

    Journal(DSLContext sql, Jdbc jdbc, TenantTransactions transactions, Bell bell, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
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
        List<@Nullable Object> values = new ArrayList<>();
        values.add(OffsetDateTime.now(clock));
        values.add(actor.kind().code());
        values.add(person);
        values.add(actor.label());
        values.add(each(entries, JournalEntry::object, String[]::new));
        values.add(each(entries, e -> e.record().value(), UUID[]::new));
        values.add(each(entries, e -> e.act().code(), String[]::new));
        values.add(each(entries, JournalEntry::version, Long[]::new));
        values.add(each(entries, e -> told(e.why()), String[]::new));
        values.add(each(entries, JournalEntry::changes, String[]::new));
        TenantId tenant = CurrentTenant.get().id();
        jdbc.write(jdbc.fixed(List.of("journal", tenant), Journal::insert), List.of(values));
        bell.ringAfterCommit(tenant);
    }

    private static Query insert() {
        return DSL.insertInto(
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
                        val(null, SQLDataType.TIMESTAMPWITHTIMEZONE),
                        val(null, SQLDataType.VARCHAR),
                        val(null, SQLDataType.UUID),
                        val(null, SQLDataType.VARCHAR),
                        each(SQLDataType.VARCHAR),
                        each(SQLDataType.UUID),
                        each(SQLDataType.VARCHAR),
                        each(SQLDataType.BIGINT),
                        each(SQLDataType.VARCHAR),
                        each(SQLDataType.VARCHAR).cast(SQLDataType.JSONB)));
    }

    /** An array as a column of rows. */
    private static <T> Field<T> each(DataType<T> type) {
        return DSL.function(name("unnest"), type, val(null, type.getArrayDataType()));
    }

    private static <T> @Nullable T[] each(
            List<JournalEntry> entries, Function<JournalEntry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return entries.stream().map(value).toArray(array);
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
