package io.hemai.formula;

import io.hemai.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a formula, or went wrong while it was worked out, and where in its text. */
public record Fault(Span at, FormulaError code, List<Object> args) {
    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(Span at, FormulaError code, Object... args) {
        return new Fault(at, code, List.of(args));
    }

    /** The same as a problem of the field that holds the formula. */
    public Problem problem(@Nullable String field) {
        return new Problem(field, null, code, args);
    }
}
