package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads decimal numbers within bounds, from JSON and from cells of files. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]{1,40})(\\.[0-9]{1,40})?");
    private static final Pattern TYPED = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}([,' ][0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern GROUP_MARK = Pattern.compile("[,' ]");
    /** Accountants write minus as brackets. */
    private static final Pattern BRACKETED = Pattern.compile("\\((.+)\\)");

    private static final Pattern DRESS = Pattern.compile("^[¥$€£]\\s*|\\s*[%元]$");
    /** Ten thousands and hundred millions. */
    private static final Pattern MANY = Pattern.compile("(.*[0-9.])\\s*([万萬亿億])");

    private static final int LONGEST_CELL = 100;
    /** Bits of more digits than any field has; wider numbers are not even looked at. */
    private static final int MOST_BITS = 1_024;

    private Numbers() {}

    /** A decimal from a JSON number or text. */
    static Coerced<BigDecimal> decimal(Object raw, int digits, int scale) {
        return switch (raw) {
            case BigDecimal d -> bounded(d, digits, scale);
            case BigInteger i -> bounded(new BigDecimal(i), digits, scale);
            case Double d when !Double.isFinite(d) -> notANumber(d.toString(), scale);
            case Double d -> bounded(BigDecimal.valueOf(d), digits, scale);
            case Float f when !Float.isFinite(f) -> notANumber(f.toString(), scale);
            case Float f -> bounded(new BigDecimal(f.toString()), digits, scale);
            case Number n
            when n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte ->
                bounded(BigDecimal.valueOf(n.longValue()), digits, scale);
            case String s -> text(PLAIN, s.strip(), digits, scale);
            default -> Coerced.bad(MetadataError.WRONG_TYPE, new Worded("form.decimal"));
        };
    }

    /** A decimal from a cell: {@code 1,234.50}, {@code ¥1200}, {@code (35.00)}, {@code １２}, {@code 12%}, {@code 1.5万} are fine. */
    static Coerced<BigDecimal> cell(String cell, int digits, int scale) {
        if (cell.length() > LONGEST_CELL) {
            return notANumber(cell.substring(0, LONGEST_CELL) + "…", scale);
        }
        if (PLAIN.matcher(cell).matches()) {
            return bounded(new BigDecimal(cell), digits, scale);
        }
        String bare =
                Texts.stripped(Normalizer.normalize(cell, Normalizer.Form.NFKC)).replace('\u2212', '-');
        String signed = BRACKETED.matcher(bare).replaceFirst("-$1");
        String number = DRESS.matcher(signed).replaceAll("").strip();
        Matcher many = MANY.matcher(number);
        if (many.matches() && TYPED.matcher(ungrouped(many.group(1))).matches()) {
            int zeros = "万萬".contains(many.group(2)) ? 4 : 8;
            return bounded(new BigDecimal(ungrouped(many.group(1))).movePointRight(zeros), digits, scale);
        }
        return text(TYPED, ungrouped(number), digits, scale);
    }

    private static String ungrouped(String number) {
        return GROUPED.matcher(number).matches() ? GROUP_MARK.matcher(number).replaceAll("") : number;
    }

    private static Coerced<BigDecimal> text(Pattern form, String text, int digits, int scale) {
        if (text.isEmpty()) {
            return Coerced.good(null);
        }
        return form.matcher(text).matches() ? bounded(new BigDecimal(text), digits, scale) : notANumber(text, scale);
    }

    private static Coerced<BigDecimal> notANumber(String text, int scale) {
        return Coerced.bad(MetadataError.NOT_A_NUMBER, text, scale == 0 ? "1234" : "1234.50");
    }

    /** Exponents may be of any size ({@code 1e999999999}), so nothing is written out before the bounds are known. */
    private static Coerced<BigDecimal> bounded(BigDecimal number, int digits, int scale) {
        if (number.signum() == 0) {
            return Coerced.good(BigDecimal.ZERO.setScale(scale));
        }
        if (number.unscaledValue().bitLength() > MOST_BITS || number.scale() < -MOST_BITS) {
            return Coerced.bad(MetadataError.OUT_OF_RANGE, digits - scale);
        }
        if (number.scale() > MOST_BITS) {
            return Coerced.bad(MetadataError.TOO_PRECISE, scale);
        }
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.scale() > scale) {
            return Coerced.bad(MetadataError.TOO_PRECISE, scale);
        }
        if (bare.precision() - bare.scale() > digits - scale) {
            return Coerced.bad(MetadataError.OUT_OF_RANGE, digits - scale);
        }
        return Coerced.good(bare.setScale(scale));
    }
}
