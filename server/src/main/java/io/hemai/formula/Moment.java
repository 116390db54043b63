package io.hemai.formula;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a formula is worked out, and for whose calendar.
 *
 * @param now what NOW() gives
 * @param zone in which moments become days
 */
public record Moment(Instant now, ZoneId zone) {
    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
