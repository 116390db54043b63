package io.hemai.journal;

import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened, in the transaction in which it happens, and reads what happened to a record. */
@Component
public class Journal {
    private static final List<Field<?>> WRITTEN = List.of(
            JournalColumns.AT,
            JournalColumns.ACTOR_KIND,
            JournalColumns.ACTOR,
            JournalColumns.ACTOR_LABEL,
            JournalColumns.OBJECT,
            JournalColumns.RECORD,
            JournalColumns.ACT,
            JournalColumns.VERSION,
            JournalColumns.WHY,
            JournalColumns.ORIGIN,
            JournalColumns.DEPTH,
            JournalColumns.CHANGES);

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

    /**
     * Writes an entry for each of the changes; must run in their transaction.
     *
     * @param entry makes the entry, without asking the database
     */
    public <T> void write(Collection<T> changes, Function<T, JournalEntry> entry) {
        if (changes.isEmpty()) {
            return;
        }
        TenantId tenant = CurrentTenant.get().id();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Actor actor = Actor.now();
        jdbc.insert(
                List.of("journal", tenant),
                JournalColumns.table(),
                WRITTEN,
                changes,
                change -> row(entry.apply(change), now, actor));
        bell.ringAfterCommit(tenant);
    }

    private static List<@Nullable Object> row(JournalEntry entry, OffsetDateTime now, Actor actor) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(now);
        row.add(actor.kind().code());
        row.add(actor.id() == null ? null : actor.id().value());
        row.add(actor.label());
        row.add(entry.object());
        row.add(entry.record().value());
        row.add(entry.act().code());
        row.add(entry.version());
        row.add(told(entry.why()));
        Origin origin = entry.origin() == null ? Cause.currentOrigin() : entry.origin();
        row.add(origin == null || origin.work() == null ? null : origin.work().value());
        row.add((short) (origin == null ? 0 : origin.depth()));
        row.add(JSONB.valueOf(entry.changes()));
        return row;
    }

    private static @Nullable String told(@Nullable String why) {
        Optional<Cause> cause = Cause.now();
        if (cause.isPresent()) {
            return cause.get().told(why);
        }
        return why == null && Acting.who() instanceof SystemIdentity system ? system.reason() : why;
    }

    /** What pieces of automatic work did, in its order. */
    public List<Entry> by(Collection<RecordId> work, int most) {
        return transactions.read(() -> sql.select(JournalColumns.all())
                .from(JournalColumns.table())
                .where(JournalColumns.ORIGIN.in(
                        work.stream().map(RecordId::value).toList()))
                .orderBy(JournalColumns.ID)
                .limit(most)
                .fetch(JournalColumns::read));
    }

    /**
     * What happened to records of the object since then, newest first.
     *
     * @param before an entry that only older ones are wanted of; null for the newest
     */
    public List<Entry> about(String object, Instant since, @Nullable Entry before, int most) {
        Condition older = before == null ? DSL.noCondition() : before(before);
        return transactions.read(() -> sql.select(JournalColumns.all())
                .from(JournalColumns.table())
                .where(JournalColumns.OBJECT.eq(object))
                .and(JournalColumns.AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(older)
                .orderBy(JournalColumns.BY_TRANSACTION.desc(), JournalColumns.ID.desc())
                .limit(most)
                .fetch(JournalColumns::read));
    }

    private static Condition before(Entry entry) {
        Field<String> transaction = JournalColumns.xid(entry.transaction());
        return JournalColumns.TRANSACTION
                .le(transaction)
                .and(JournalColumns.TRANSACTION.lt(transaction).or(JournalColumns.ID.lt(entry.id())));
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
