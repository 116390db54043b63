package io.hemai.integration.store;

import static io.hemai.integration.store.CallTables.ANSWER;
import static io.hemai.integration.store.CallTables.CREATED_AT;
import static io.hemai.integration.store.CallTables.DUE_AT;
import static io.hemai.integration.store.CallTables.FENCE;
import static io.hemai.integration.store.CallTables.ID;
import static io.hemai.integration.store.CallTables.KEY;
import static io.hemai.integration.store.CallTables.SINCE;
import static io.hemai.integration.store.CallTables.STATE;
import static io.hemai.integration.store.CallTables.STATUS;
import static io.hemai.integration.store.CallTables.TRIES;
import static io.hemai.integration.store.CallTables.TROUBLE;
import static io.hemai.integration.store.CallTables.WEBHOOK;
import static io.hemai.integration.store.CallTables.calls;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the bound tenant's messages to webhooks. Every method is part of the transaction that is open. */
@Component
public class CallStore {
    /** The tables that say what is due. */
    public static final List<String> TABLES = List.of(CallTables.CALLS);

    private final DSLContext sql;
    private final Jdbc jdbc;

    CallStore(DSLContext sql, Jdbc jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Keeps messages that are to be sent from now on; not those whose key is known. */
    public void add(Collection<StoredCall> made) {
        if (!made.isEmpty()) {
            jdbc.write(made.stream().map(this::added).toList());
        }
    }

    private Query added(StoredCall call) {
        return sql.insertInto(calls())
                .set(ID, call.id().value())
                .set(WEBHOOK, call.webhook().value())
                .set(KEY, call.key())
                .set(CallTables.TYPE, call.type())
                .set(CallTables.BODY, call.body())
                .set(STATE, call.state())
                .set(CREATED_AT, time(call.createdAt()))
                .set(DUE_AT, time(call.dueAt()))
                .set(SINCE, time(call.since()))
                .set(TRIES, call.tries())
                .set(FENCE, call.fence())
                .onConflictDoNothing();
    }

    /** The message that is due for the longest time and not for one of those; nobody else has it until then, unless this claim is lost. */
    public Optional<StoredCall> claim(Collection<RecordId> notFor, Instant now, Instant until) {
        return sql.update(calls())
                .set(DUE_AT, time(until))
                .set(SINCE, DSL.when(TRIES.eq(0), time(now)).otherwise(SINCE))
                .set(TRIES, TRIES.plus(1))
                .set(FENCE, FENCE.plus(1))
                .where(ID.eq(DSL.select(ID)
                        .from(calls())
                        .where(DUE_AT.le(time(now)), others(notFor))
                        .orderBy(DUE_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(CallTables.COLUMNS)
                .fetchOptional(CallStore::read);
    }

    /** When the next is due that is not for one of those; empty when none is. */
    public Optional<Instant> next(Collection<RecordId> notFor) {
        return sql.select(DUE_AT)
                .from(calls())
                .where(DUE_AT.isNotNull(), others(notFor))
                .orderBy(DUE_AT)
                .limit(1)
                .fetchOptional(row -> Objects.requireNonNull(row.value1()).toInstant());
    }

    private static Condition others(Collection<RecordId> notFor) {
        return notFor.isEmpty()
                ? DSL.noCondition()
                : WEBHOOK.notIn(notFor.stream().map(RecordId::value).toList());
    }

    /** Notes what came of a claimed message. False when somebody else has claimed it since. */
    public boolean note(StoredCall claimed, StoredCall after) {
        return sql.update(calls())
                        .set(STATE, after.state())
                        .set(DUE_AT, time(after.dueAt()))
                        .set(CallTables.DELIVERED_AT, time(after.deliveredAt()))
                        .set(STATUS, after.status())
                        .set(ANSWER, after.answer())
                        .set(TROUBLE, after.trouble())
                        .where(ID.eq(claimed.id().value()))
                        .and(FENCE.eq(claimed.fence()))
                        .execute()
                > 0;
    }

    /** Sends a message now, whether it waits or not; says whether there is such a one. */
    public boolean again(RecordId webhook, RecordId id, Instant now) {
        return again(WEBHOOK.eq(webhook.value()).and(ID.eq(id.value())), now) > 0;
    }

    /** Sends all messages to the webhook once more that failed; answers how many. */
    public int allAgain(RecordId webhook, Instant now) {
        return again(WEBHOOK.eq(webhook.value()).and(STATE.eq(CallState.FAILED.code())), now);
    }

    private int again(Condition which, Instant now) {
        return sql.update(calls())
                .set(STATE, CallState.WAITING.code())
                .set(DUE_AT, time(now))
                .set(SINCE, time(now))
                .set(TRIES, 0)
                .where(which)
                .execute();
    }

    /** Has the messages that wait for the webhook tried now. */
    public void dueNow(RecordId webhook, Instant now) {
        sql.update(calls())
                .set(DUE_AT, time(now))
                .where(WEBHOOK.eq(webhook.value()))
                .and(DUE_AT.gt(time(now)))
                .execute();
    }

    /** The message to the webhook, if there is such a one. */
    public Optional<StoredCall> find(RecordId webhook, RecordId id) {
        return sql.select(CallTables.COLUMNS)
                .from(calls())
                .where(ID.eq(id.value()))
                .and(WEBHOOK.eq(webhook.value()))
                .fetchOptional(CallStore::read);
    }

    /** Up to so many messages to the webhook in that state, all where it is null, the latest first, from behind the one on. */
    public List<StoredCall> list(RecordId webhook, @Nullable CallState state, @Nullable RecordId before, int most) {
        return sql.select(CallTables.COLUMNS)
                .from(calls())
                .where(WEBHOOK.eq(webhook.value()))
                .and(state == null ? DSL.noCondition() : STATE.eq(state.code()))
                .and(before == null ? DSL.noCondition() : ID.lt(before.value()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(CallStore::read);
    }

    /** Forgets up to so many messages that were made before the moment, whatever became of them; answers how many. */
    public int forget(Instant before, int most) {
        return sql.deleteFrom(calls())
                .where(ID.in(DSL.select(ID)
                        .from(calls())
                        .where(CREATED_AT.lt(time(before)))
                        .limit(most)))
                .execute();
    }

    private static StoredCall read(Record row) {
        return new StoredCall(
                new RecordId(row.get(ID)),
                new RecordId(row.get(WEBHOOK)),
                row.get(KEY),
                row.get(CallTables.TYPE),
                row.get(CallTables.BODY),
                row.get(STATE),
                row.get(CREATED_AT).toInstant(),
                instant(row.get(DUE_AT)),
                row.get(SINCE).toInstant(),
                row.get(TRIES),
                row.get(FENCE),
                instant(row.get(CallTables.DELIVERED_AT)),
                row.get(STATUS),
                row.get(ANSWER),
                row.get(TROUBLE));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
