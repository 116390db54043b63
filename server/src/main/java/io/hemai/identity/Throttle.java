package io.hemai.identity;

import io.hemai.database.Transactions;
import io.hemai.identity.IdentityTables.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins, for all nodes together, and says how long to wait before the next attempt. */
@Component
class Throttle {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    Throttle(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is counted together: a rule and what it is about, hashed so that keys are short and say nothing. */
    record Key(ThrottleRule rule, String text) {
        static Key of(ThrottleRule rule, String... about) {
            String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(String.join("\n", about)));
            return new Key(rule, rule.name() + ":" + hash);
        }
    }

    /** The wait before an attempt under these keys may be made; empty when it may be made now. */
    Optional<Duration> wait(List<Key> keys) {
        Instant now = clock.instant();
        return sql
                .select(Throttled.FAILURES, Throttled.FAILED_AT, Throttled.OPEN_AT)
                .from(Throttled.TABLE)
                .where(Throttled.KEY.in(keys.stream().map(Key::text).toList()))
                .fetch(row -> new Attempts(
                        row.value1(), row.value2().toInstant(), row.value3().toInstant()))
                .stream()
                .map(attempts -> attempts.wait(now))
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }

    /** Notes a failed attempt. */
    void failed(List<Key> keys) {
        transactions.write(
                () -> keys.stream().sorted(Comparator.comparing(Key::text)).forEach(this::failed));
    }

    private void failed(Key key) {
        Instant now = clock.instant();
        OffsetDateTime epoch = time(Instant.EPOCH);
        sql.insertInto(Throttled.TABLE)
                .set(Throttled.KEY, key.text())
                .set(Throttled.FAILURES, 0)
                .set(Throttled.FAILED_AT, epoch)
                .set(Throttled.OPEN_AT, epoch)
                .onConflictDoNothing()
                .execute();
        Attempts before = sql.select(Throttled.FAILURES, Throttled.FAILED_AT, Throttled.OPEN_AT)
                .from(Throttled.TABLE)
                .where(Throttled.KEY.eq(key.text()))
                .forUpdate()
                .fetchOptional(row -> new Attempts(
                        row.value1(), row.value2().toInstant(), row.value3().toInstant()))
                .orElse(Attempts.NONE);
        Attempts after = before.failed(key.rule(), now);
        sql.update(Throttled.TABLE)
                .set(Throttled.FAILURES, after.failures())
                .set(Throttled.FAILED_AT, time(after.failedAt()))
                .set(Throttled.OPEN_AT, time(after.openAt()))
                .where(Throttled.KEY.eq(key.text()))
                .execute();
    }

    /** Forgets the failures after the right password; those that many share are left to fade. */
    void succeeded(List<Key> keys) {
        List<String> own = keys.stream()
                .filter(key -> key.rule() == ThrottleRule.LOGIN_AND_ADDRESS || key.rule() == ThrottleRule.KNOWN_DEVICE)
                .map(Key::text)
                .toList();
        sql.deleteFrom(Throttled.TABLE).where(Throttled.KEY.in(own)).execute();
    }

    /** Drops what no longer counts. */
    int clean() {
        return sql.deleteFrom(Throttled.TABLE)
                .where(Throttled.FAILED_AT.lt(time(Attempts.forgottenBefore(clock.instant()))))
                .execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
