package io.hemai.records.transfer.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a sheet's stored number as the text that a person means by it. */
final class SheetNumber {
    /** Excel shows and keeps 15 digits; what is stored beyond them is the noise of binary fractions. */
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_DIGITS = 400;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int LAST_DAY = 2_958_465;
    private static final int DAYS_TO_1904 = 1462;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private SheetNumber() {}

    static String text(String stored, NumberStyle style, boolean since1904) {
        if (style == NumberStyle.PLAIN) {
            return plain(stored);
        }
        BigDecimal number = parsed(stored);
        if (number == null) {
            return stored;
        }
        if (style == NumberStyle.PERCENT) {
            return digits(number.movePointRight(2)) + "%";
        }
        boolean outside = number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0;
        return outside ? digits(number) : moment(number, style, since1904);
    }

    /** Plain digits: no exponent, no binary noise; whole numbers that are stored in full keep all their digits. */
    private static String plain(String stored) {
        if (isPlainInteger(stored)) {
            return stored;
        }
        BigDecimal number = parsed(stored);
        return number == null ? stored : digits(number);
    }

    private static boolean isPlainInteger(String stored) {
        int from = stored.startsWith("-") ? 1 : 0;
        if (stored.length() == from || (stored.charAt(from) == '0' && stored.length() > from + 1)) {
            return false;
        }
        return stored.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String digits(BigDecimal number) {
        BigDecimal shown = number.precision() > EXCEL.getPrecision() ? number.round(EXCEL) : number;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal parsed(String stored) {
        try {
            BigDecimal number = new BigDecimal(stored.strip());
            return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static String moment(BigDecimal serial, NumberStyle style, boolean since1904) {
        long seconds = serial.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = seconds / SECONDS_A_DAY;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        if (style == NumberStyle.ELAPSED) {
            return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        if (style == NumberStyle.TIME && days == 0) {
            return CLOCK.format(time);
        }
        LocalDate date = day(since1904 ? days + DAYS_TO_1904 : days);
        return style == NumberStyle.DATE ? date.toString() : SECONDS.format(LocalDateTime.of(date, time));
    }

    /** Excel counts a 29 February 1900 that never was, so days before it are one further from the zero day. */
    private static LocalDate day(long serial) {
        return DAY_ZERO.plusDays(serial < 60 ? serial + 1 : serial);
    }
}
