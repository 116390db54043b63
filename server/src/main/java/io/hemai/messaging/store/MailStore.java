package io.hemai.messaging.store;

import static io.hemai.messaging.store.MailTables.ANSWER;
import static io.hemai.messaging.store.MailTables.CREATED_AT;
import static io.hemai.messaging.store.MailTables.DUE_AT;
import static io.hemai.messaging.store.MailTables.FENCE;
import static io.hemai.messaging.store.MailTables.HANDWRITTEN;
import static io.hemai.messaging.store.MailTables.ID;
import static io.hemai.messaging.store.MailTables.KEY;
import static io.hemai.messaging.store.MailTables.SENT_AT;
import static io.hemai.messaging.store.MailTables.SINCE;
import static io.hemai.messaging.store.MailTables.STATE;
import static io.hemai.messaging.store.MailTables.TRIED_AT;
import static io.hemai.messaging.store.MailTables.TRIES;
import static io.hemai.messaging.store.MailTables.mails;

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
import tools.jackson.databind.json.JsonMapper;

/** Keeps the bound tenant's mails. Every method is part of the transaction that is open. */
@Component
public class MailStore {
    /** The tables that say what is due. */
    public static final List<String> TABLES = List.of(MailTables.MAILS);

    private final DSLContext sql;
    private final Jdbc jdbc;
    private final JsonMapper json;

    MailStore(DSLContext sql, Jdbc jdbc, JsonMapper json) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps mails that are to be sent from then on; not those whose key is known. */
    public void add(Collection<StoredMail> written, Instant now, Instant due) {
        if (!written.isEmpty()) {
            jdbc.write(written.stream().map(mail -> added(mail, now, due)).toList());
        }
    }

    private Query added(StoredMail mail, Instant now, Instant due) {
        return sql.insertInto(mails())
                .set(ID, mail.id().value())
                .set(MailTables.MESSAGE_ID, mail.messageId())
                .set(KEY, mail.key())
                .set(MailTables.RECIPIENT, mail.to())
                .set(MailTables.REPLY_TO, mail.replyTo())
                .set(MailTables.SUBJECT, mail.subject())
                .set(MailTables.TEXT, mail.text())
                .set(MailTables.HTML, mail.html())
                .set(STATE, mail.state())
                .set(CREATED_AT, time(now))
                .set(DUE_AT, time(due))
                .set(SINCE, time(now))
                .set(TRIES, 0)
                .set(FENCE, 0L)
                .set(HANDWRITTEN, mail.handwritten() == null ? null : json.writeValueAsString(mail.handwritten()))
                .onConflictDoNothing();
    }

    /**
     * Which mails are meant: those without a key tell one person something, or were written by one; those with a key are written by
     * work on many records.
     */
    public enum Kind {
        SINGLE,
        ANY;

        private Condition condition() {
            return this == SINGLE ? KEY.isNull() : DSL.noCondition();
        }
    }

    /** The mail that is due for the longest time; nobody else has it until then, unless this claim is lost. */
    public Optional<StoredMail> claim(Kind kind, Instant now, Instant until) {
        return sql.update(mails())
                .set(DUE_AT, time(until))
                .set(TRIED_AT, time(now))
                .set(SINCE, DSL.when(TRIES.eq(0), time(now)).otherwise(SINCE))
                .set(TRIES, TRIES.plus(1))
                .set(FENCE, FENCE.plus(1))
                .where(ID.eq(DSL.select(ID)
                        .from(mails())
                        .where(DUE_AT.le(time(now)), kind.condition())
                        .orderBy(DUE_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(MailTables.COLUMNS)
                .fetchOptional(this::read);
    }

    /** Notes that the mail server has it; what it said is not kept any longer. False when somebody else has claimed it since. */
    public boolean sent(StoredMail claimed, Instant now) {
        return sql.update(mails())
                        .set(STATE, MailState.SENT.code())
                        .setNull(DUE_AT)
                        .set(SENT_AT, time(now))
                        .setNull(ANSWER)
                        .set(MailTables.TEXT, "")
                        .set(MailTables.HTML, "")
                        .where(isStill(claimed))
                        .execute()
                > 0;
    }

    /** Notes that it is to be tried again. False when somebody else has claimed it since. */
    public boolean later(StoredMail claimed, Instant due, String answer) {
        return sql.update(mails())
                        .set(DUE_AT, time(due))
                        .set(ANSWER, answer)
                        .where(isStill(claimed))
                        .execute()
                > 0;
    }

    /** Notes that nobody tries any more. False when somebody else has claimed it since. */
    public boolean failed(StoredMail claimed, String answer) {
        return sql.update(mails())
                        .set(STATE, MailState.FAILED.code())
                        .setNull(DUE_AT)
                        .set(ANSWER, answer)
                        .where(isStill(claimed))
                        .execute()
                > 0;
    }

    private static org.jooq.Condition isStill(StoredMail claimed) {
        return ID.eq(claimed.id().value()).and(FENCE.eq(claimed.fence()));
    }

    /** Takes one out that nobody has tried yet; says whether it was there. */
    public boolean takeBack(RecordId id) {
        return sql.deleteFrom(mails())
                        .where(ID.eq(id.value()))
                        .and(STATE.eq(MailState.WAITING.code()))
                        .and(TRIES.eq(0))
                        .execute()
                > 0;
    }

    /** Tries one that failed once more; says whether it had. */
    public boolean again(RecordId id, Instant now) {
        return sql.update(mails())
                        .set(STATE, MailState.WAITING.code())
                        .set(DUE_AT, time(now))
                        .set(SINCE, time(now))
                        .set(TRIES, 0)
                        .where(ID.eq(id.value()))
                        .and(STATE.eq(MailState.FAILED.code()))
                        .execute()
                > 0;
    }

    /** When the next is due; empty when none is. */
    public Optional<Instant> next(Kind kind) {
        return sql.select(DUE_AT)
                .from(mails())
                .where(DUE_AT.isNotNull(), kind.condition())
                .orderBy(DUE_AT)
                .limit(1)
                .fetchOptional(row -> Objects.requireNonNull(row.value1()).toInstant());
    }

    /** When the last but so many was tried; empty when fewer were. */
    public Optional<Instant> triedBefore(int others) {
        return sql.select(TRIED_AT)
                .from(mails())
                .where(TRIED_AT.isNotNull())
                .orderBy(TRIED_AT.desc())
                .limit(1)
                .offset(others)
                .fetchOptional(row -> Objects.requireNonNull(row.value1()).toInstant());
    }

    /** The mail, if there is such a one. */
    public Optional<StoredMail> find(RecordId id) {
        return sql.select(MailTables.COLUMNS)
                .from(mails())
                .where(ID.eq(id.value()))
                .fetchOptional(this::read);
    }

    /** Up to so many mails in that state, all where it is null, the latest first, from behind the one on. */
    public List<StoredMail> list(@Nullable MailState state, @Nullable RecordId before, int most) {
        return sql.select(MailTables.COLUMNS)
                .from(mails())
                .where(state == null ? DSL.noCondition() : STATE.eq(state.code()))
                .and(before == null ? DSL.noCondition() : ID.lt(before.value()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(this::read);
    }

    /** Forgets up to so many mails that were made before the moment and are not to be sent; answers how many. */
    public int forget(Instant before, int most) {
        return sql.deleteFrom(mails())
                .where(ID.in(DSL.select(ID)
                        .from(mails())
                        .where(STATE.ne(MailState.WAITING.code()))
                        .and(CREATED_AT.lt(time(before)))
                        .limit(most)))
                .execute();
    }

    private StoredMail read(Record row) {
        String handwritten = row.get(HANDWRITTEN);
        return new StoredMail(
                new RecordId(row.get(ID)),
                row.get(MailTables.MESSAGE_ID),
                row.get(KEY),
                row.get(MailTables.RECIPIENT),
                row.get(MailTables.REPLY_TO),
                row.get(MailTables.SUBJECT),
                row.get(MailTables.TEXT),
                row.get(MailTables.HTML),
                row.get(STATE),
                row.get(CREATED_AT).toInstant(),
                instant(row.get(DUE_AT)),
                row.get(SINCE).toInstant(),
                row.get(TRIES),
                row.get(FENCE),
                instant(row.get(SENT_AT)),
                row.get(ANSWER),
                handwritten == null ? null : json.readValue(handwritten, Handwritten.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
