package io.hemai.formula;

import io.hemai.kernel.Money;
import io.hemai.kernel.text.Normalised;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Compares values. Blank equals blank and nothing else, and is neither less nor greater than anything; so every comparison
 * is true or false. Texts are the same without regard to case and width, as in filters; codes are as they are written.
 */
final class Comparisons {
    private static final int CHARACTERS_A_STEP = 64;

    private final Run run;
    private final Span at;

    Comparisons(Run run, Span at) {
        this.run = run;
        this.at = at;
    }

    boolean same(Type leftType, @Nullable Object left, Type rightType, @Nullable Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        if (left instanceof String one && right instanceof String other) {
            boolean codes = leftType instanceof Type.Choice || rightType instanceof Type.Choice;
            return codes ? one.equals(other) : folded(one).equals(folded(other));
        }
        return isAmount(left) ? order(left, right).equals(OptionalInt.of(0)) : left.equals(right);
    }

    /** The text in the form in which it is compared. */
    String folded(String text) {
        run.spend(text.length() / CHARACTERS_A_STEP);
        return Normalised.of(text);
    }

    private static boolean isAmount(Object value) {
        return value instanceof Money || value instanceof BigDecimal;
    }

    boolean holds(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        OptionalInt order = order(left, right);
        return order.isPresent()
                && switch (operator) {
                    case LESS -> order.getAsInt() < 0;
                    case LESS_OR_EQUAL -> order.getAsInt() <= 0;
                    case GREATER -> order.getAsInt() > 0;
                    case GREATER_OR_EQUAL -> order.getAsInt() >= 0;
                    case EQUAL, NOT_EQUAL, JOIN, PLUS, MINUS, TIMES, DIVIDED, POWER ->
                        throw new IllegalArgumentException(operator.symbol());
                };
    }

    /** The greatest (sign 1) or the least (sign -1) of them; blank when there is none or currencies are mixed. */
    @Nullable
    Object extreme(List<Object> values, int sign) {
        Object found = null;
        for (Object value : values) {
            OptionalInt order = found == null ? OptionalInt.of(sign) : order(value, found);
            if (order.isEmpty()) {
                return null;
            }
            found = order.getAsInt() * sign > 0 ? value : found;
        }
        return found;
    }

    /** Less than, equal to or greater than 0; empty, with a fault, for amounts of two currencies. */
    private OptionalInt order(Object left, Object right) {
        if (left instanceof Money one
                && right instanceof Money other
                && !one.currency().equals(other.currency())) {
            new Arithmetic(run, at).mixed(one, other);
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                switch (left) {
                    case LocalDate date -> date.compareTo((LocalDate) right);
                    case Instant moment -> moment.compareTo((Instant) right);
                    default -> amount(left).compareTo(amount(right));
                });
    }

    private static BigDecimal amount(Object value) {
        return value instanceof Money money ? money.amount() : (BigDecimal) value;
    }
}
