package io.hemai.identity;

import io.hemai.identity.IdentityTables.Pass;
import io.hemai.identity.IdentityTables.Session;
import io.hemai.identity.IdentityTables.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops sessions, tokens, passes and counts of failures that have run out; every node may do it at any time. */
@Component
class Housekeeping {
    private static final Duration EXPIRED_TOKENS_STAY = Duration.ofDays(30);

    private final DSLContext sql;
    private final Throttle throttle;
    private final Clock clock;

    Housekeeping(DSLContext sql, Throttle throttle, Clock clock) {
        this.sql = sql;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void clean() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.deleteFrom(Session.TABLE)
                .where(Session.EXPIRES_AT.lt(now).or(Session.ACCESSED_AT.lt(now.minus(Sessions.IDLE))))
                .execute();
        sql.deleteFrom(Token.TABLE)
                .where(Token.EXPIRES_AT.lt(now.minus(EXPIRED_TOKENS_STAY)))
                .execute();
        sql.deleteFrom(Pass.TABLE).where(Pass.EXPIRES_AT.lt(now)).execute();
        throttle.clean();
    }
}
