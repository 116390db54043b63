package io.hemai.metadata.computed;

import io.hemai.formula.Answer;
import io.hemai.formula.Expression;
import io.hemai.formula.Path;
import io.hemai.formula.Values;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record as formulas know them.
 *
 * @param values of the record by field
 * @param linked values of other records, by a path of several names
 */
public record RecordValues(
        ObjectType type, Function<Field<?>, @Nullable Object> values, Function<Path, @Nullable Object> linked)
        implements Values {
    /** The values of a record of which nothing is asked over its links. */
    public static RecordValues alone(ObjectType type, Function<Field<?>, @Nullable Object> values) {
        return new RecordValues(type, values, path -> null);
    }

    @Override
    public @Nullable Object at(Path path) {
        return path.names().size() > 1
                ? linked.apply(path)
                : type.field(path.names().getFirst()).map(this::plain).orElse(null);
    }

    private @Nullable Object plain(Field<?> field) {
        return FormulaTypes.plain(field, values.apply(field));
    }

    @Override
    public Answer aggregate(Expression.Aggregate aggregate) {
        return Answer.of(null);
    }
}
