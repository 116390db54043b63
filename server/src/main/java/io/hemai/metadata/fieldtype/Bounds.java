package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The least and the most that the numbers of a field may be, both included: the settings {@code min} and {@code max}. They hold
 * for what is written, not for what stands already and not for what a filter compares with.
 *
 * @param min null for no least
 * @param max null for no most
 */
record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    /** Any number that the type can hold. */
    static final Bounds NONE = new Bounds(null, null);

    private static final String MIN = "min";
    private static final String MAX = "max";

    static Bounds of(long min, long max) {
        return new Bounds(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    static Bounds from(long min) {
        return new Bounds(BigDecimal.valueOf(min), null);
    }

    /** Takes {@code min} and {@code max} out of what an administrator gives, numbers of as many digits and places as the type has. */
    static Bounds parse(Settings settings, int digits, int scale) {
        BigDecimal min = settings.decimal(MIN, digits, scale);
        BigDecimal max = settings.decimal(MAX, digits, scale);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw Refusal.ofField(MAX, MetadataError.INVALID_SETTING, "≥ " + plain(min));
        }
        return new Bounds(min, max);
    }

    /** The value, or why its number is out of bounds. */
    <T> Coerced<T> check(T value, BigDecimal number) {
        if (min != null && number.compareTo(min) < 0) {
            return Coerced.bad(MetadataError.TOO_SMALL, plain(min));
        }
        if (max != null && number.compareTo(max) > 0) {
            return Coerced.bad(MetadataError.TOO_LARGE, plain(max));
        }
        return Coerced.good(value);
    }

    /** The settings with these, as decimals in text. */
    Map<String, Object> among(Map<String, Object> settings) {
        return with(settings, MIN, MAX, Bounds::plain);
    }

    /** These as settings of whole numbers. */
    Map<String, Object> whole() {
        return with(Map.of(), MIN, MAX, BigDecimal::longValueExact);
    }

    /** A schema of numbers within the bounds. */
    Map<String, Object> schema(Map<String, Object> numbers) {
        return with(numbers, "minimum", "maximum", Bounds::bare);
    }

    private Map<String, Object> with(
            Map<String, Object> others, String least, String most, Function<BigDecimal, Object> told) {
        Map<String, Object> all = new LinkedHashMap<>(others);
        if (min != null) {
            all.put(least, told.apply(min));
        }
        if (max != null) {
            all.put(most, told.apply(max));
        }
        return all;
    }

    private static BigDecimal bare(BigDecimal bound) {
        return new BigDecimal(plain(bound));
    }

    private static String plain(BigDecimal bound) {
        return bound.signum() == 0 ? "0" : bound.stripTrailingZeros().toPlainString();
    }
}
