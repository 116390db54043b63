package io.hemai.formula;

import io.hemai.kernel.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reckons in decimals of 34 digits. What cannot be reckoned is blank, with a fault. */
final class Arithmetic {
    static final int DIGITS = Lexer.DIGITS;

    private static final MathContext EXACT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final int EXPONENT = 1_000;

    private final Run run;
    private final Span at;

    Arithmetic(Run run, Span at) {
        this.run = run;
        this.at = at;
    }

    /** Whole numbers of any class as decimals, anything else as it is. */
    static @Nullable Object exact(@Nullable Object value) {
        return switch (value) {
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Short number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case null, default -> value;
        };
    }

    @Nullable
    Object negative(@Nullable Object operand) {
        return switch (operand) {
            case Money money -> new Money(money.amount().negate(), money.currency());
            case BigDecimal number -> number.negate();
            case null, default -> null;
        };
    }

    /** The result for numbers and amounts in any mixture that the language allows. */
    @Nullable
    Object of(Operator operator, Object left, Object right) {
        if (left instanceof Money one && right instanceof Money other) {
            if (!one.currency().equals(other.currency())) {
                return mixed(one, other);
            }
            BigDecimal result = number(operator, one.amount(), other.amount());
            return operator == Operator.DIVIDED ? result : money(result, one.currency());
        }
        if (left instanceof Money money) {
            return money(number(operator, money.amount(), (BigDecimal) right), money.currency());
        }
        if (right instanceof Money money) {
            return money(number(operator, (BigDecimal) left, money.amount()), money.currency());
        }
        return number(operator, (BigDecimal) left, (BigDecimal) right);
    }

    @Nullable
    Object mixed(Money one, Money other) {
        return run.fault(
                at,
                FormulaError.MIXED_CURRENCIES,
                one.currency().getCurrencyCode(),
                other.currency().getCurrencyCode());
    }

    private @Nullable BigDecimal number(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case PLUS -> bounded(left.add(right, EXACT));
            case MINUS -> bounded(left.subtract(right, EXACT));
            case TIMES -> bounded(left.multiply(right, EXACT));
            case DIVIDED ->
                right.signum() == 0 ? fault(FormulaError.DIVISION_BY_ZERO) : bounded(left.divide(right, EXACT));
            case POWER -> power(left, right);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, JOIN ->
                throw new IllegalArgumentException(operator.symbol());
        };
    }

    @Nullable
    BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.stripTrailingZeros().scale() <= 0;
        if (!whole || exponent.abs().compareTo(BigDecimal.valueOf(EXPONENT)) > 0) {
            return fault(FormulaError.EXPONENT, EXPONENT);
        }
        if (base.signum() == 0 && exponent.signum() < 0) {
            return fault(FormulaError.DIVISION_BY_ZERO);
        }
        return bounded(base.pow(exponent.intValueExact(), EXACT));
    }

    /** Without the remainder as a part, and with the divisor's sign, as in Excel. */
    @Nullable
    BigDecimal remainder(BigDecimal left, BigDecimal right) {
        BigDecimal times = steps(left, right, RoundingMode.FLOOR);
        return times == null ? null : bounded(left.subtract(times.multiply(right)));
    }

    /** How many times the step goes into the number, as a whole number. */
    @Nullable
    BigDecimal steps(BigDecimal number, BigDecimal step, RoundingMode rounding) {
        return step.signum() == 0 ? fault(FormulaError.DIVISION_BY_ZERO) : number.divide(step, 0, rounding);
    }

    /** The number with at most 34 digits before and 34 behind the point. */
    @Nullable
    BigDecimal bounded(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        if (number.precision() - number.scale() > DIGITS && number.signum() != 0) {
            return fault(FormulaError.TOO_LARGE, DIGITS);
        }
        BigDecimal rounded = number.round(EXACT);
        return rounded.scale() > DIGITS ? rounded.setScale(DIGITS, RoundingMode.HALF_EVEN) : rounded;
    }

    @Nullable
    Money money(@Nullable BigDecimal amount, Currency currency) {
        BigDecimal bounded = bounded(amount);
        return bounded == null ? null : new Money(bounded, currency);
    }

    private @Nullable BigDecimal fault(FormulaError code, Object... args) {
        run.fault(at, code, args);
        return null;
    }
}
