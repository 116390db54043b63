package io.hemai.identity;

import io.hemai.identity.IdentityTables.Session;
import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens and ends web sessions. */
@Component
public class Sessions {
    /** A session ends when nothing was asked for so long. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** A session ends at this age whatever happens. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** So long who signed in counts as just having shown to know the password. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final int MOST_TEXT = 300;

    private final DSLContext sql;
    private final Clock clock;

    Sessions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Opens a session and gives what the cookie is to say, which is kept nowhere. */
    String open(String tenant, UUID signIn, Visitor visitor) {
        String cookie = Secret.next();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.insertInto(Session.TABLE)
                .set(Session.ID, Secret.hash(cookie))
                .set(Session.TENANT, tenant)
                .set(Session.SIGN_IN, signIn)
                .set(Session.CSRF, Secret.next())
                .set(Session.CREATED_AT, now)
                .set(Session.ACCESSED_AT, now)
                .set(Session.EXPIRES_AT, now.plus(LONGEST))
                .set(Session.ADDRESS, visitor.address())
                .set(Session.USER_AGENT, shortened(visitor.userAgent()))
                .execute();
        return cookie;
    }

    /**
     * A session as the person sees it who opened it.
     *
     * @param id a name for it that opens nothing
     * @param current whether it is the one that asks
     * @param lastSeenAt noted once a minute at most
     */
    public record Listed(
            String id, boolean current, String userAgent, String address, Instant createdAt, Instant lastSeenAt) {}

    /** The caller's sessions that still stand: the one that asks first, then by when they were used last. */
    public List<Listed> list(Caller caller) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return sql
                .select(Session.ID, Session.USER_AGENT, Session.ADDRESS, Session.CREATED_AT, Session.ACCESSED_AT)
                .from(Session.TABLE)
                .where(own(caller), Session.EXPIRES_AT.gt(now), Session.ACCESSED_AT.gt(now.minus(IDLE)))
                .fetch(row -> new Listed(
                        Caller.Session.publicId(row.value1()),
                        isCurrent(caller, row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4().toInstant(),
                        row.value5().toInstant()))
                .stream()
                .sorted(Comparator.comparing(Listed::current)
                        .thenComparing(Listed::lastSeenAt)
                        .reversed())
                .toList();
    }

    /** Ends one of the caller's sessions, by the id under which it is listed. */
    public void end(Caller caller, String id) {
        byte[] found = sql.select(Session.ID).from(Session.TABLE).where(own(caller)).fetch(Session.ID).stream()
                .filter(session -> Caller.Session.publicId(session).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        sql.deleteFrom(Session.TABLE).where(own(caller), Session.ID.eq(found)).execute();
    }

    /** Ends all of the caller's sessions but the one that asks. */
    public void endOthers(Caller caller) {
        endAllBut(caller.session(), own(caller));
    }

    /** Whether who asks has signed in just now. */
    public boolean justOpened() {
        OffsetDateTime since = clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC);
        return Caller.currentSession()
                .map(Caller.Session::id)
                .filter(id -> sql.fetchExists(Session.TABLE, Session.ID.eq(id), Session.CREATED_AT.ge(since)))
                .isPresent();
    }

    private static Condition own(Caller caller) {
        return Session.SIGN_IN.eq(caller.signIn().value());
    }

    private static boolean isCurrent(Caller caller, byte[] session) {
        Caller.Session asking = caller.session();
        return asking != null && Arrays.equals(asking.id(), session);
    }

    /** Ends the session. */
    public void end(Caller.Session session) {
        sql.deleteFrom(Session.TABLE).where(Session.ID.eq(session.id())).execute();
    }

    /** Ends the person's sessions but the one that asks for it. */
    void endOthers(Condition person) {
        endAllBut(
                Caller.currentSession().orElse(null),
                Session.SIGN_IN.in(DSL.select(SignIn.ID).from(SignIn.TABLE).where(person)));
    }

    private void endAllBut(Caller.@Nullable Session kept, Condition of) {
        sql.deleteFrom(Session.TABLE)
                .where(of, kept == null ? DSL.noCondition() : Session.ID.ne(kept.id()))
                .execute();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }
}
