package io.hemai.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A checked formula as a tree: every part knows its type and where it stands in the text. */
public sealed interface Expression {
    /** What it gives. */
    Type type();

    /** Where it stands. */
    Span at();

    /** A value that stands in the text; null for BLANK. */
    record Literal(@Nullable Object value, Type type, Span at) implements Expression {}

    /** Reads the record, over links where the path has several names. */
    record Field(Path path, Type type, Span at) implements Expression {}

    /**
     * Reads one of the related records; stands within an aggregate over the list only.
     *
     * @param path from the related record
     */
    record Item(Path list, Path path, Type type, Span at) implements Expression {}

    /** The number or amount with the other sign. */
    record Negative(Expression operand, Span at) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    /** Two operands. */
    record Binary(Operator operator, Expression left, Expression right, Type type, Span at) implements Expression {}

    /** A function and what it is given. */
    record Call(Function function, List<Expression> arguments, Type type, Span at) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One value made of those of related records.
     *
     * @param list the path to the records
     * @param value what is asked of each; null for the record itself, which only COUNT and EXISTS ask for
     * @param filter which records count; null for all
     */
    record Aggregate(
            Fold fold,
            Path list,
            @Nullable Expression value,
            @Nullable Expression filter,
            Type type,
            Span at) implements Expression {
        /** What it gives over records in memory; the other values are those of the record that they lead to. */
        public Answer over(Iterable<? extends Values> records, Values record, Moment moment) {
            return new Run(record, moment).fold(this, records);
        }
    }

    /** The parts it is made of. */
    default List<Expression> parts() {
        return switch (this) {
            case Literal _, Field _, Item _ -> List.of();
            case Negative negative -> List.of(negative.operand());
            case Binary binary -> List.of(binary.left(), binary.right());
            case Call call -> call.arguments();
            case Aggregate aggregate ->
                Stream.of(aggregate.value(), aggregate.filter())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        };
    }

    /** It and everything within it. */
    default List<Expression> all() {
        List<Expression> all = new ArrayList<>();
        addTo(all);
        return all;
    }

    private void addTo(List<Expression> all) {
        all.add(this);
        for (Expression part : parts()) {
            part.addTo(all);
        }
    }
}
