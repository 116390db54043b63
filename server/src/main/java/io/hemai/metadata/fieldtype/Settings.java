package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings an administrator gives a field type and refuses what it does not know. */
final class Settings {
    static final String CHOICES = "choices";
    static final String DEPENDS_ON = "depends_on";

    private final String type;
    private final Map<String, Object> left;

    Settings(String type, Map<String, Object> given) {
        this.type = type;
        this.left = new LinkedHashMap<>(given);
    }

    /** A whole number between the bounds, or the fallback when it is not given. */
    int integer(String name, int fallback, int least, int most) {
        Object given = left.remove(name);
        if (given == null) {
            return fallback;
        }
        if (given instanceof Number n
                && n.doubleValue() == n.intValue()
                && n.intValue() >= least
                && n.intValue() <= most) {
            return n.intValue();
        }
        throw Refusal.ofField(name, MetadataError.INVALID_SETTING, least + "–" + most);
    }

    /** A decimal of at most that many digits and places, as number or text; null when it is not given. */
    @Nullable
    BigDecimal decimal(String name, int digits, int scale) {
        Object given = left.remove(name);
        if (given == null) {
            return null;
        }
        return switch (Numbers.decimal(given, digits, scale)) {
            case Coerced.Good<BigDecimal>(var number) -> number;
            case Coerced.Bad<BigDecimal>(var code, var args) -> throw Refusal.ofField(name, code, args.toArray());
        };
    }

    /** Yes or no, or the fallback. */
    boolean flag(String name, boolean fallback) {
        Object given = left.remove(name);
        if (given == null) {
            return fallback;
        }
        if (given instanceof Boolean b) {
            return b;
        }
        throw Refusal.ofField(name, MetadataError.INVALID_SETTING, "true, false");
    }

    /** Text of at most that many characters that is written as the check wants it, or the fallback. */
    String text(String name, String fallback, Predicate<String> check, String wanted) {
        Object given = left.remove(name);
        if (given == null) {
            return fallback;
        }
        if (given instanceof String text && check.test(text)) {
            return text;
        }
        throw Refusal.ofField(name, MetadataError.INVALID_SETTING, wanted);
    }

    /** The constant of that lower-case name; null when it is not given. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> values) {
        Object given = left.remove(name);
        if (given == null) {
            return null;
        }
        return Arrays.stream(values.getEnumConstants())
                .filter(constant -> code(constant).equals(given))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        name,
                        MetadataError.INVALID_SETTING,
                        Arrays.stream(values.getEnumConstants())
                                .map(Settings::code)
                                .collect(Collectors.joining(", "))));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The choices listed as {@code [{"code","label":{…},"color"?,"active"?,"when"?}]}, or none, and on what they depend. */
    Choices choices() {
        Object given = left.remove(CHOICES);
        String field = text(DEPENDS_ON, "", name -> !name.isBlank(), "null, \"field_name\"");
        Choices choices = given == null ? new Choices(List.of()) : Choices.parse(CHOICES, given);
        return field.isEmpty() ? choices : choices.dependingOn(field);
    }

    /** Refuses what nobody asked for. */
    void end() {
        if (!left.isEmpty()) {
            throw Refusal.ofField(left.keySet().iterator().next(), MetadataError.UNKNOWN_SETTING, type);
        }
    }
}
