package io.hemai.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as text, as TEXT and {@code &} give them. */
final class Writing {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Writing() {}

    static String text(Object value, Moment moment) {
        return switch (value) {
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case Instant at -> MINUTE.format(at.atZone(moment.zone()));
            case Collection<?> codes -> codes.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
