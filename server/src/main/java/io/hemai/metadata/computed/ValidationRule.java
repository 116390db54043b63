package io.hemai.metadata.computed;

import io.hemai.formula.Formula;
import io.hemai.formula.Moment;
import io.hemai.formula.Path;
import io.hemai.formula.Values;
import io.hemai.kernel.Label;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition under which records of an object are refused.
 *
 * @param reads names of the record's own fields on which it depends, links on its ways among them
 * @param message what people are told
 * @param field beside which field; null for the whole record
 */
public record ValidationRule(
        Formula formula,
        Set<String> reads,
        Label message,
        @Nullable Field<?> field) {
    /** The rule; empty when it cannot be read any more, which a newer Hemai may bring about. */
    public static Optional<ValidationRule> of(ObjectTypes all, ObjectType type, RuleText text) {
        return Formula.read(text.formula(), new ObjectScope(all, type, (object, field) -> true))
                        instanceof Formula.Good(var formula)
                ? Optional.of(new ValidationRule(
                        formula,
                        FormulaField.names(formula),
                        text.message(),
                        Optional.ofNullable(text.field()).flatMap(type::field).orElse(null)))
                : Optional.empty();
    }

    /** Whether it refuses a record; not what cannot be worked out. */
    public boolean refuses(Values record, Moment moment) {
        return Boolean.TRUE.equals(formula.evaluate(record, moment).value());
    }

    /** What it reads of other records. */
    public List<Path> linked() {
        return formula.dependencies().paths().stream()
                .filter(path -> path.names().size() > 1)
                .toList();
    }
}
