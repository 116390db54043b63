package io.hemai.formula;

import io.hemai.formula.Type.Plain;
import io.hemai.kernel.Worded;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one value is made of those of related records. Blank ones do not count; of none, all but COUNT and EXISTS are blank. */
public enum Fold {
    SUM(Wants.AMOUNT, "SUM(lines.amount)"),
    COUNT(Wants.ANY, "COUNT(contacts, contacts.active)"),
    AVG(Wants.AMOUNT, "AVG(lines.price)", "AVERAGE"),
    MIN(Wants.ORDERED, "MIN(tasks.due_at, NOT(tasks.done))"),
    MAX(Wants.ORDERED, "MAX(opportunities.close_date, opportunities.stage = \"won\")"),
    EXISTS(Wants.BOOLEAN, "EXISTS(contacts, contacts.role = \"decider\")", "ANY");

    private final Wants wants;
    private final String example;
    private final List<String> also;

    Fold(Wants wants, String example, String... also) {
        this.wants = wants;
        this.example = example;
        this.also = List.of(also);
    }

    /** What is asked of each record. */
    public Wants wants() {
        return wants;
    }

    /** A call as an editor shows it. */
    public String example() {
        return example;
    }

    /** Its name and others that people know it by. */
    public List<String> names() {
        return also.isEmpty() ? List.of(name()) : List.of(name(), also.getFirst());
    }

    /** Where its description stands. */
    public Worded description() {
        return new Worded("formula.aggregate." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether the records themselves can be asked for, without a field. */
    public boolean takesRecords() {
        return this == COUNT || this == EXISTS;
    }

    static Optional<Fold> find(String name) {
        return Arrays.stream(values())
                .filter(fold -> fold.names().contains(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    Type type(Type value) {
        return switch (this) {
            case SUM, AVG, MIN, MAX -> value;
            case COUNT -> Plain.NUMBER;
            case EXISTS -> Plain.BOOLEAN;
        };
    }

    @Nullable
    Object of(List<Object> values, Arithmetic arithmetic, Comparisons comparisons) {
        return switch (this) {
            case SUM -> sum(values, arithmetic);
            case COUNT -> BigDecimal.valueOf(values.size());
            case AVG -> {
                Object sum = sum(values, arithmetic);
                yield sum == null ? null : arithmetic.of(Operator.DIVIDED, sum, BigDecimal.valueOf(values.size()));
            }
            case MIN -> comparisons.extreme(values, -1);
            case MAX -> comparisons.extreme(values, 1);
            case EXISTS -> values.contains(true);
        };
    }

    private static @Nullable Object sum(List<Object> values, Arithmetic arithmetic) {
        Object sum = null;
        for (Object value : values) {
            sum = sum == null ? value : arithmetic.of(Operator.PLUS, sum, value);
            if (sum == null) {
                return null;
            }
        }
        return sum;
    }
}
