package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.DateType;
import io.hemai.metadata.fieldtype.DatetimeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment some time before or after the one that a field says. Of a date days are those of the calendar,
 * and the time of day is said besides; of a time they are 24 hours each, on nights when clocks are set back as well.
 *
 * @param days less than none for before
 * @param at on that day, of a date
 */
public record Offset(int days, int minutes, LocalTime at) {
    private static final int LONGEST_DAYS = 3_660;
    private static final int LONGEST_MINUTES = 24 * 60 * 31;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** What was said of it; what was not said is none, and nine in the morning. */
    public static Offset of(@Nullable Integer days, @Nullable Integer minutes, @Nullable LocalTime at) {
        return new Offset(days == null ? 0 : days, minutes == null ? 0 : minutes, at == null ? MORNING : at);
    }

    /** Refuses fields without a time, and offsets out of all reason. */
    public void check(Check check, String member, @Nullable String field) {
        check.field(member, field)
                .filter(found -> !(found.type() instanceof DateType || found.type() instanceof DatetimeType))
                .ifPresent(found -> check.refuse(member, AutomationError.NO_TIME_FIELD, found.name()));
        if (!isWithin(days, LONGEST_DAYS) || !isWithin(minutes, LONGEST_MINUTES)) {
            check.refuse("days", AutomationError.OFFSET_TOO_LONG, LONGEST_DAYS, LONGEST_MINUTES);
        }
    }

    private static boolean isWithin(int value, int most) {
        return -most <= value && value <= most;
    }

    /** The moment for a value of a date or datetime field. */
    public Instant from(Object value, ZoneId zone) {
        return value instanceof LocalDate day ? moment(day, zone) : ((Instant) value).plus(length());
    }

    private Instant moment(LocalDate day, ZoneId zone) {
        return day.plusDays(days).atTime(at).atZone(zone).plusMinutes(minutes).toInstant();
    }

    /** The records whose moment by that field came after the first and not after the second; empty when there can be none. */
    public Optional<Filter> reached(Field<?> field, Instant after, Instant upTo, ZoneId zone) {
        Object from = field.type() instanceof DateType ? lastDay(after, zone) : after.minus(length());
        Object to = field.type() instanceof DateType ? lastDay(upTo, zone) : upTo.minus(length());
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(Filter.leaf(field.name(), Op.GT, from).and(Filter.leaf(field.name(), Op.LE, to)));
    }

    private Duration length() {
        return Duration.ofDays(days).plusMinutes(minutes);
    }

    /** The last day whose moment has come. */
    private LocalDate lastDay(Instant now, ZoneId zone) {
        LocalDate day = now.minus(length()).atZone(zone).toLocalDate().plusDays(2);
        while (moment(day, zone).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** When to ask next: days have their moment once a day, and other times are asked for as often as that is quick. */
    public Instant next(Field<?> field, Instant now, ZoneId zone) {
        if (field.type() instanceof DateType) {
            return moment(lastDay(now, zone).plusDays(1), zone);
        }
        return now.plus(field.has(Trait.INDEXED) ? SOON : LATER);
    }
}
