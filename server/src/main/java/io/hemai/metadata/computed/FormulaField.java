package io.hemai.metadata.computed;

import io.hemai.formula.Formula;
import io.hemai.formula.Moment;
import io.hemai.kernel.Money;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field that a formula works out.
 *
 * @param reads names of the fields of the same record that the formula reads
 */
public record FormulaField<T>(Field<T> field, Formula formula, Set<String> reads) {
    static <T> FormulaField<T> of(Field<T> field, Formula formula) {
        return new FormulaField<>(field, formula, names(formula));
    }

    /** Names of the fields of the record itself that the formula reads, links on its ways among them. */
    public static Set<String> names(Formula formula) {
        return formula.dependencies().paths().stream()
                .map(path -> path.names().getFirst())
                .collect(Collectors.toSet());
    }

    /**
     * What the field is to hold for a record; null when blank, also where the formula gives more than the field holds.
     *
     * @param values of the record by field
     */
    @Nullable
    T value(ObjectType type, Function<Field<?>, @Nullable Object> values, Moment moment, ValueContext context) {
        Object given =
                formula.evaluate(RecordValues.alone(type, values), moment).value();
        if (given == null || (given instanceof Money money && !context.rates().knows(money.currency()))) {
            return null;
        }
        return field.type().coerce(fitted(given), context) instanceof Coerced.Good<T>(var value) ? value : null;
    }

    private Object fitted(Object given) {
        return switch (given) {
            case BigDecimal number
            when field.type().settings().get("scale") instanceof Integer scale ->
                number.setScale(scale, RoundingMode.HALF_UP);
            case String text when field.type().settings().get("max_length") instanceof Integer most -> cut(text, most);
            default -> given;
        };
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
