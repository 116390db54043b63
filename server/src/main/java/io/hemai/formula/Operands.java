package io.hemai.formula;

import io.hemai.formula.Expression.Literal;
import io.hemai.formula.Type.Plain;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which operands and arguments go together, and of what type the whole is. */
final class Operands {
    private final List<Fault> faults;

    Operands(List<Fault> faults) {
        this.faults = faults;
    }

    boolean fits(Expression given, Wants wants, String where) {
        if (wants.accepts(given.type())) {
            return true;
        }
        fault(
                given.at(),
                FormulaError.WRONG_TYPE,
                where,
                wants.worded(),
                given.type().worded());
        return false;
    }

    @Nullable
    Expression binary(Operator operator, Expression left, Expression right) {
        Wants wants = wants(operator);
        Span at = left.at().to(right.at());
        boolean days = isDays(operator, left, right);
        boolean leftFits = days || fits(left, wants, operator.symbol());
        boolean rightFits = days || fits(right, wants, operator.symbol());
        if (!leftFits || !rightFits) {
            return null;
        }
        if (operator.compares()) {
            return comparable(left, right) ? new Expression.Binary(operator, left, right, Plain.BOOLEAN, at) : null;
        }
        return operator == Operator.JOIN
                ? new Expression.Binary(operator, left, right, Plain.TEXT, at)
                : reckoned(operator, left, right, at);
    }

    private static Wants wants(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> Wants.ANY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Wants.ORDERED;
            case JOIN -> Wants.WRITTEN;
            case PLUS, MINUS, TIMES, DIVIDED -> Wants.AMOUNT;
            case POWER -> Wants.NUMBER;
        };
    }

    private boolean comparable(Expression left, Expression right) {
        if (!left.type().comparable(right.type())) {
            fault(
                    left.at().to(right.at()),
                    FormulaError.NOT_COMPARABLE,
                    left.type().worded(),
                    right.type().worded());
            return false;
        }
        return hasCode(left.type(), right) && hasCode(right.type(), left);
    }

    private boolean hasCode(Type type, Expression compared) {
        if (type instanceof Type.Choice(var codes)
                && !codes.isEmpty()
                && compared instanceof Literal literal
                && literal.value() instanceof String text
                && !codes.contains(text)) {
            fault(literal.at(), FormulaError.UNKNOWN_CHOICE, text, Nearest.to(text, codes));
            return false;
        }
        return true;
    }

    private @Nullable Expression reckoned(Operator operator, Expression left, Expression right, Span at) {
        if (isDays(operator, left, right)) {
            return isDay(right)
                    ? call(Functions.named("DAYS_BETWEEN"), List.of(right, left), at)
                    : call(Functions.named("ADD_DAYS"), List.of(left, signed(operator, right)), at);
        }
        return result(operator, left.type(), right.type())
                .<@Nullable Expression>map(type -> new Expression.Binary(operator, left, right, type, at))
                .orElseGet(() -> fault(
                        at,
                        FormulaError.MONEY_WITH_NUMBER,
                        operator.symbol(),
                        left.type().worded(),
                        right.type().worded()));
    }

    private static Expression signed(Operator operator, Expression days) {
        return operator == Operator.PLUS ? days : new Expression.Negative(days, days.at());
    }

    /** A day and a number of days, or the days between two. */
    private static boolean isDays(Operator operator, Expression left, Expression right) {
        boolean number = right.type() == Plain.NUMBER;
        return isDay(left)
                && ((operator == Operator.PLUS && number) || (operator == Operator.MINUS && (number || isDay(right))));
    }

    private static boolean isDay(Expression expression) {
        return expression.type() == Plain.DATE || expression.type() == Plain.DATETIME;
    }

    private static Optional<Type> result(Operator operator, Type left, Type right) {
        if (left == Plain.BLANK || right == Plain.BLANK || (left == Plain.NUMBER && right == Plain.NUMBER)) {
            return left.common(right);
        }
        boolean two = left.equals(right);
        return switch (operator) {
            case PLUS, MINUS -> two ? Optional.of(left) : Optional.empty();
            case TIMES -> two ? Optional.empty() : Optional.of(Plain.MONEY);
            case DIVIDED ->
                two ? Optional.of(Plain.NUMBER) : left == Plain.MONEY ? Optional.of(left) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A call whose arguments fit one by one; null, with a fault, when they do not fit together. */
    @Nullable
    Expression call(Function function, List<Expression> arguments, Span at) {
        Type common = Plain.BLANK;
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            Wants wants = function.parameters().at(i, arguments.size());
            if (wants == Wants.KEY && i > 0 && !comparable(arguments.getFirst(), argument)) {
                return null;
            }
            if (wants.isShared()) {
                Optional<Type> both = common.common(argument.type());
                if (both.isEmpty()) {
                    return fault(
                            argument.at(),
                            FormulaError.DIFFERENT_TYPES,
                            function.name(),
                            common.worded(),
                            argument.type().worded());
                }
                common = both.get();
            }
        }
        List<Type> types = arguments.stream().map(Expression::type).toList();
        return new Expression.Call(function, arguments, function.result().type(types, common), at);
    }

    private @Nullable Expression fault(Span at, FormulaError code, Object... args) {
        faults.add(Fault.of(at, code, args));
        return null;
    }
}
