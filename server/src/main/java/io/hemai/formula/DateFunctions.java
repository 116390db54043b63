package io.hemai.formula;

import static io.hemai.formula.Function.Work.filled;
import static io.hemai.formula.Wants.DAY;
import static io.hemai.formula.Wants.NUMBER;
import static io.hemai.formula.Wants.TEXT_OR_DATETIME;

import io.hemai.formula.Function.Result;
import io.hemai.formula.Function.Work;
import io.hemai.formula.Type.Plain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Functions of days and moments; moments become days in the zone of the {@link Moment}. */
final class DateFunctions {
    private static final Result NUMBERS = Result.of(Plain.NUMBER);
    private static final Result DAYS = Result.of(Plain.DATE);

    static final List<Function> ALL = List.of(
            new Function(
                    "DATE",
                    "DATE(2026, 1, 31)",
                    Parameters.of(NUMBER, NUMBER, NUMBER),
                    DAYS,
                    filled(DateFunctions::date)),
            new Function(
                    "DATEVALUE",
                    "DATEVALUE(created_at)",
                    Parameters.of(TEXT_OR_DATETIME),
                    DAYS,
                    filled(DateFunctions::dateValue)),
            new Function("YEAR", "YEAR(close_date)", Parameters.of(DAY), NUMBERS, part(LocalDate::getYear)),
            new Function("MONTH", "MONTH(close_date)", Parameters.of(DAY), NUMBERS, part(LocalDate::getMonthValue)),
            new Function("DAY", "DAY(close_date)", Parameters.of(DAY), NUMBERS, part(LocalDate::getDayOfMonth)),
            new Function(
                    "WEEKDAY",
                    "WEEKDAY(close_date, 2)",
                    Parameters.of(DAY).maybe(NUMBER),
                    NUMBERS,
                    filled(DateFunctions::weekday)),
            new Function(
                    "ADD_DAYS",
                    "ADD_DAYS(close_date, 30)",
                    Parameters.of(DAY, NUMBER),
                    Result.FIRST,
                    filled(in -> later(in, ChronoUnit.DAYS))),
            new Function(
                    "ADD_MONTHS",
                    "ADD_MONTHS(start_date, 12)",
                    Parameters.of(DAY, NUMBER),
                    Result.FIRST,
                    filled(in -> later(in, ChronoUnit.MONTHS))),
            new Function(
                    "DAYS_BETWEEN",
                    "DAYS_BETWEEN(start_date, end_date)",
                    Parameters.of(DAY, DAY),
                    NUMBERS,
                    filled(in -> BigDecimal.valueOf(ChronoUnit.DAYS.between(in.day(0), in.day(1))))),
            new Function(
                            "TODAY",
                            "TODAY()",
                            Parameters.of(),
                            DAYS,
                            in -> in.moment().day(in.moment().now()))
                    .byTheClock(),
            new Function(
                            "NOW",
                            "NOW()",
                            Parameters.of(),
                            Result.of(Plain.DATETIME),
                            in -> in.moment().now())
                    .byTheClock());

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST = 20;

    private DateFunctions() {}

    private static @Nullable Object date(Arguments in) {
        try {
            return bounded(LocalDate.of(in.whole(0), in.whole(1), in.whole(2)), in);
        } catch (DateTimeException _) {
            return in.fault(
                    FormulaError.NO_SUCH_DATE,
                    in.number(0).toPlainString(),
                    in.number(1).toPlainString(),
                    in.number(2).toPlainString());
        }
    }

    private static @Nullable Object dateValue(Arguments in) {
        if (in.at(0) instanceof Instant) {
            return in.day(0);
        }
        String text = in.text(0).strip();
        try {
            return bounded(LocalDate.parse(text), in);
        } catch (DateTimeException _) {
            return in.fault(FormulaError.NOT_A_DATE, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }

    private static Work part(ToIntFunction<LocalDate> part) {
        return filled(in -> BigDecimal.valueOf(part.applyAsInt(in.day(0))));
    }

    /** Sunday is 1; when asked to count by 2, Monday is, as in Excel. */
    private static @Nullable Object weekday(Arguments in) {
        DayOfWeek day = in.day(0).getDayOfWeek();
        return switch (in.whole(1, 1)) {
            case 1 -> BigDecimal.valueOf(day.plus(1).getValue());
            case 2 -> BigDecimal.valueOf(day.getValue());
            default -> in.fault(FormulaError.WEEKDAY_COUNT);
        };
    }

    /** In months, the last day of a month comes where the day is missing. */
    private static @Nullable Object later(Arguments in, ChronoUnit unit) {
        if (in.at(0) instanceof Instant moment) {
            ZonedDateTime moved = moment.atZone(in.moment().zone()).plus(in.whole(1), unit);
            return bounded(moved.toLocalDate(), in) == null ? null : moved.toInstant();
        }
        return bounded(in.day(0).plus(in.whole(1), unit), in);
    }

    private static @Nullable Object bounded(LocalDate day, Arguments in) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? in.fault(FormulaError.BEYOND_CALENDAR, FIRST_YEAR, LAST_YEAR)
                : day;
    }
}
