package io.hemai.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param ways by kind of notification; of other kinds in Hemai
 * @param quietFrom first hour of the day in which no mail comes
 * @param quietUntil the hour from which on mails come again; no hour is quiet where one of them is null, or both are the same
 * @param digestAt the hour of the daily mail
 * @param patience what is seen in Hemai within that time needs no mail; and what comes meanwhile comes along
 */
record Wish(
        Map<String, Way> ways,
        @Nullable Integer quietFrom,
        @Nullable Integer quietUntil,
        int digestAt,
        Duration patience) {
    /** How that kind is told. */
    Way way(String kind) {
        return ways.getOrDefault(kind, Way.APP);
    }

    /** When the person gets a mail of what is told now; empty for never. */
    Optional<Instant> mailAt(String kind, Instant now, ZoneId zone) {
        return switch (way(kind)) {
            case NONE, APP -> Optional.empty();
            case DIGEST -> Optional.of(unquiet(next(now.atZone(zone), digestAt)));
            case MAIL -> Optional.of(unquiet(now.plus(patience).atZone(zone)));
        };
    }

    private Instant unquiet(ZonedDateTime at) {
        return (isQuiet(at.getHour()) && quietUntil != null ? next(at, quietUntil) : at).toInstant();
    }

    private boolean isQuiet(int hour) {
        if (quietFrom == null || quietUntil == null) {
            return false;
        }
        return quietFrom <= quietUntil
                ? hour >= quietFrom && hour < quietUntil
                : hour >= quietFrom || hour < quietUntil;
    }

    /** The next time that a clock there shows the hour. */
    private static ZonedDateTime next(ZonedDateTime after, int hour) {
        ZonedDateTime today = after.truncatedTo(ChronoUnit.DAYS).withHour(hour);
        return today.isAfter(after) ? today : today.plusDays(1);
    }
}
