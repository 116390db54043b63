package io.hemai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When mails come, by the clock of who gets them. */
class WishTests {
    private static final Duration WAIT = Duration.ofMinutes(3);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static @Nullable String mailAt(
            Way way, @Nullable Integer from, @Nullable Integer until, String now, ZoneId zone) {
        Wish wish = new Wish(Map.of("mention", way), from, until, 9, WAIT);
        return wish.mailAt("mention", LocalDateTime.parse(now).atZone(zone).toInstant(), zone)
                .map(at -> LocalDateTime.ofInstant(at, zone).toString())
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        // nothing is quiet
        ",,2026-11-28T23:30,2026-11-28T23:33",
        "22,,2026-11-28T23:30,2026-11-28T23:33",
        "8,8,2026-11-28T08:30,2026-11-28T08:33",
        // over midnight
        "22,7,2026-11-28T21:50,2026-11-28T21:53",
        "22,7,2026-11-28T21:58,2026-11-29T07:00",
        "22,7,2026-11-28T23:30,2026-11-29T07:00",
        "22,7,2026-11-29T03:00,2026-11-29T07:00",
        "22,7,2026-11-29T06:58,2026-11-29T07:01",
        // by day
        "12,14,2026-11-28T12:00,2026-11-28T14:00",
        "12,14,2026-11-28T14:00,2026-11-28T14:03"
    })
    void aMailComesSoonButNotInQuietHours(@Nullable Integer from, @Nullable Integer until, String now, String mailed) {
        assertThat(mailAt(Way.MAIL, from, until, now, SHANGHAI)).isEqualTo(mailed);
    }

    @ParameterizedTest
    @CsvSource({
        ",,2026-11-28T08:59,2026-11-28T09:00",
        ",,2026-11-28T09:00,2026-11-29T09:00",
        ",,2026-11-28T17:00,2026-11-29T09:00",
        "20,11,2026-11-28T17:00,2026-11-29T11:00"
    })
    void theDailyMailComesAtItsHour(@Nullable Integer from, @Nullable Integer until, String now, String mailed) {
        assertThat(mailAt(Way.DIGEST, from, until, now, SHANGHAI)).isEqualTo(mailed);
    }

    @Test
    void anHourThatTheClockLeavesOutIsTheNextOne() {
        // on this night clocks go from 2 to 3
        assertThat(mailAt(Way.MAIL, 22, 2, "2026-03-29T01:30", ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-03-29T03:00");
    }

    @Test
    void whoWantsNoMailGetsNone() {
        assertThat(mailAt(Way.APP, null, null, "2026-11-28T12:00", SHANGHAI)).isNull();
        assertThat(mailAt(Way.NONE, null, null, "2026-11-28T12:00", SHANGHAI)).isNull();
        assertThat(new Wish(Map.of(), null, null, 9, WAIT).way("else")).isEqualTo(Way.APP);
    }
}
