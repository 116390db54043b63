package io.hemai.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an expression so that reading it again gives the same one. */
final class Printer {
    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    static String print(Expression expression) {
        Printer printer = new Printer();
        printer.add(expression);
        return printer.text.toString();
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Literal literal -> text.append(literal(literal.value()));
            case Expression.Field field -> text.append(field.path());
            case Expression.Item item -> text.append(item.list()).append('.').append(item.path());
            case Expression.Negative negative -> {
                text.append('-');
                add(negative.operand(), Operator.SIGN);
            }
            case Expression.Binary binary -> {
                Operator operator = binary.operator();
                add(binary.left(), operator.power());
                text.append(' ').append(operator.symbol()).append(' ');
                add(binary.right(), operator.power() + 1);
            }
            case Expression.Call call -> add(call.function().name(), call.arguments());
            case Expression.Aggregate aggregate -> add(aggregate);
        }
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "BLANK";
            case BigDecimal number -> number.toPlainString();
            case String quoted -> '"' + quoted.replace("\"", "\"\"") + '"';
            default -> value.toString().toUpperCase(Locale.ROOT);
        };
    }

    /** In brackets when it binds less than is needed. */
    private void add(Expression operand, int needed) {
        boolean brackets =
                operand instanceof Expression.Binary binary && binary.operator().power() < needed;
        text.append(brackets ? "(" : "");
        add(operand);
        text.append(brackets ? ")" : "");
    }

    private void add(String name, List<Expression> arguments) {
        text.append(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i > 0 ? ", " : "");
            add(arguments.get(i));
        }
        text.append(')');
    }

    private void add(Expression.Aggregate aggregate) {
        if (aggregate.value() != null) {
            add(aggregate.fold().name(), aggregate.parts());
            return;
        }
        text.append(aggregate.fold().name()).append('(').append(aggregate.list());
        if (aggregate.filter() != null) {
            text.append(", ");
            add(Objects.requireNonNull(aggregate.filter()));
        }
        text.append(')');
    }
}
