package io.hemai.formula;

import static io.hemai.formula.Function.Work.filled;
import static io.hemai.formula.Wants.AMOUNT;
import static io.hemai.formula.Wants.NUMBER;
import static io.hemai.formula.Wants.ORDERED;
import static io.hemai.formula.Wants.TEXT;
import static io.hemai.formula.Wants.TEXT_OR_AMOUNT;

import io.hemai.formula.Function.Result;
import io.hemai.formula.Function.Work;
import io.hemai.formula.Type.Plain;
import io.hemai.kernel.Money;
import io.hemai.kernel.world.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of numbers and amounts. */
final class NumberFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "ABS",
                    "ABS(balance)",
                    Parameters.of(AMOUNT),
                    Result.FIRST,
                    filled(in -> in.changed(BigDecimal::abs))),
            new Function(
                    "ROUND",
                    "ROUND(price * 0.9, 2)",
                    Parameters.of(AMOUNT).maybe(NUMBER),
                    Result.FIRST,
                    filled(NumberFunctions::round)),
            new Function(
                    "FLOOR",
                    "FLOOR(score, 10)",
                    Parameters.of(AMOUNT).maybe(NUMBER),
                    Result.FIRST,
                    filled(in -> toStep(in, RoundingMode.FLOOR))),
            new Function(
                    "CEILING",
                    "CEILING(score, 10)",
                    Parameters.of(AMOUNT).maybe(NUMBER),
                    Result.FIRST,
                    filled(in -> toStep(in, RoundingMode.CEILING))),
            new Function(
                    "MOD",
                    "MOD(quantity, 12)",
                    Parameters.of(NUMBER, NUMBER),
                    Result.of(Plain.NUMBER),
                    filled(in -> in.arithmetic().remainder(in.number(0), in.number(1)))),
            new Function(
                    "POWER",
                    "POWER(1.05, years)",
                    Parameters.of(NUMBER, NUMBER),
                    Result.of(Plain.NUMBER),
                    filled(in -> in.arithmetic().power(in.number(0), in.number(1)))),
            new Function(
                    "MIN", "MIN(score, 100)", Parameters.of(ORDERED).repeating(ORDERED), Result.COMMON, extreme(-1)),
            new Function("MAX", "MAX(score, 0)", Parameters.of(ORDERED).repeating(ORDERED), Result.COMMON, extreme(1)),
            new Function(
                            "NUMBER",
                            "NUMBER(\"12.5\")",
                            Parameters.of(TEXT_OR_AMOUNT),
                            Result.of(Plain.NUMBER),
                            filled(NumberFunctions::number))
                    .also("VALUE"),
            new Function(
                    "MONEY",
                    "MONEY(100, \"CNY\")",
                    Parameters.of(NUMBER, TEXT),
                    Result.of(Plain.MONEY),
                    filled(NumberFunctions::money)));

    private static final int LONGEST = 40;

    private NumberFunctions() {}

    private static @Nullable Object round(Arguments in) {
        int digits = Math.clamp(in.whole(1, 0), -Arithmetic.DIGITS, Arithmetic.DIGITS);
        return in.changed(number -> number.setScale(digits, RoundingMode.HALF_UP));
    }

    private static @Nullable Object toStep(Arguments in, RoundingMode rounding) {
        BigDecimal step = in.count() > 1 ? in.number(1).abs() : BigDecimal.ONE;
        return step.signum() == 0
                ? in.fault(FormulaError.DIVISION_BY_ZERO)
                : in.changed(number -> number.divide(step, 0, rounding).multiply(step));
    }

    /** Blank ones do not count. */
    private static Work extreme(int sign) {
        return in -> in.comparisons()
                .extreme(
                        in.all().stream()
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList(),
                        sign);
    }

    private static @Nullable Object number(Arguments in) {
        return switch (in.at(0)) {
            case Money money -> money.amount();
            case String text -> parsed(text.strip(), in);
            case null, default -> in.at(0);
        };
    }

    private static @Nullable Object parsed(String text, Arguments in) {
        boolean plain = text.length() <= LONGEST && text.chars().allMatch(c -> "+-.0123456789".indexOf(c) >= 0);
        try {
            return in.arithmetic().bounded(new BigDecimal(plain ? text : ""));
        } catch (NumberFormatException _) {
            return in.fault(FormulaError.NOT_A_NUMBER, shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static @Nullable Object money(Arguments in) {
        String code = in.text(1);
        return Currencies.isKnown(code)
                ? in.arithmetic().money(in.number(0), Currency.getInstance(code))
                : in.fault(FormulaError.UNKNOWN_CURRENCY, shortened(code));
    }
}
