package io.hemai.formula;

import io.hemai.formula.Expression.Aggregate;
import io.hemai.formula.Expression.Binary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works an expression out once, within a budget of steps. */
final class Run {
    /** Characters that a text made by a formula may have. */
    static final int TEXT = 32_000;

    static final int STEPS = 200_000;
    private static final int FAULTS = 20;
    private static final int CHARACTERS_A_STEP = 64;

    private final Values record;
    private final Moment moment;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Values item;
    private long left = STEPS;

    Run(Values record, Moment moment) {
        this.record = record;
        this.moment = moment;
    }

    /** Ends a run whose budget is spent; never leaves {@link #answer}. */
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super(null, null, false, false);
        }
    }

    Answer answer(Expression whole) {
        return answer(whole.at(), () -> value(whole));
    }

    /** What an aggregate gives over these records. */
    Answer fold(Aggregate aggregate, Iterable<? extends Values> records) {
        return answer(aggregate.at(), () -> folded(aggregate, records));
    }

    private Answer answer(Span whole, Supplier work) {
        try {
            return new Answer(work.get(), faults);
        } catch (Spent _) {
            return new Answer(null, List.of(Fault.of(whole, FormulaError.TOO_MUCH_WORK)));
        }
    }

    @FunctionalInterface
    private interface Supplier {
        @Nullable
        Object get();
    }

    @Nullable
    Object value(Expression expression) {
        spend(1);
        Object value = switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Field field -> read(record, field.path());
            case Expression.Item read -> read(Objects.requireNonNull(item), read.path());
            case Expression.Negative(var operand, var at) -> new Arithmetic(this, at).negative(value(operand));
            case Binary binary -> binary(binary);
            case Expression.Call call -> call.function().work().of(new Arguments(this, call));
            case Aggregate aggregate -> aggregate(aggregate);
        };
        return "".equals(value) ? null : value;
    }

    private static @Nullable Object read(Values values, Path path) {
        return Arithmetic.exact(values.at(path));
    }

    private @Nullable Object aggregate(Aggregate aggregate) {
        Answer answer = record.aggregate(aggregate);
        answer.faults().forEach(this::add);
        return Arithmetic.exact(answer.value());
    }

    private @Nullable Object binary(Binary binary) {
        Operator operator = binary.operator();
        Expression left = binary.left();
        Expression right = binary.right();
        if (operator == Operator.JOIN) {
            return bounded(written(value(left)) + written(value(right)), binary.at());
        }
        Comparisons compare = new Comparisons(this, binary.at());
        if (operator.asksEquality()) {
            boolean same = compare.same(left.type(), value(left), right.type(), value(right));
            return same == (operator == Operator.EQUAL);
        }
        Object one = value(left);
        Object other = value(right);
        if (operator.compares()) {
            return compare.holds(operator, one, other);
        }
        return one == null || other == null ? null : new Arithmetic(this, binary.at()).of(operator, one, other);
    }

    private String written(@Nullable Object value) {
        return value == null ? "" : Writing.text(value, moment);
    }

    private @Nullable Object folded(Aggregate aggregate, Iterable<? extends Values> records) {
        List<Object> values = new ArrayList<>();
        for (Values each : records) {
            item = each;
            spend(1);
            if (aggregate.filter() == null || Boolean.TRUE.equals(value(aggregate.filter()))) {
                Object value = aggregate.value() == null ? (Object) true : value(aggregate.value());
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return aggregate.fold().of(values, new Arithmetic(this, aggregate.at()), new Comparisons(this, aggregate.at()));
    }

    /** The text, unless it is too long. */
    @Nullable
    String bounded(String text, Span at) {
        spend(text.length() / CHARACTERS_A_STEP);
        if (text.length() > TEXT) {
            fault(at, FormulaError.RESULT_TOO_LONG, TEXT);
            return null;
        }
        return text;
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Spent();
        }
    }

    Moment moment() {
        return moment;
    }

    int faults() {
        return faults.size();
    }

    /** Forgets the faults that were found after the first ones. */
    void forget(int first) {
        faults.subList(first, faults.size()).clear();
    }

    /** Blank, for this reason. */
    @Nullable
    Object fault(Span at, FormulaError code, Object... args) {
        add(Fault.of(at, code, args));
        return null;
    }

    private void add(Fault fault) {
        if (faults.size() < FAULTS && !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
