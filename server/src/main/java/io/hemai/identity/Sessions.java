package io.hemai.identity;

import io.hemai.identity.IdentityTables.Session;
import io.hemai.identity.IdentityTables.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Opens and ends web sessions. */
@Component
public class Sessions {
    /** A session ends when nothing was asked for so long. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** A session ends at this age whatever happens. */
    public static final Duration LONGEST = Duration.ofDays(30);

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

    /** Ends the session. */
    public void end(Caller.Session session) {
        sql.deleteFrom(Session.TABLE).where(Session.ID.eq(session.id())).execute();
    }

    /** Ends the person's sessions but the one that asks for it. */
    void endOthers(Condition person) {
        Condition kept = Caller.currentSession()
                .map(session -> Session.ID.ne(session.id()))
                .orElse(DSL.noCondition());
        sql.deleteFrom(Session.TABLE)
                .where(
                        Session.SIGN_IN.in(
                                DSL.select(SignIn.ID).from(SignIn.TABLE).where(person)),
                        kept)
                .execute();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }
}
