package io.hemai.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a field is compared in a {@link Filter}. */
public enum Op {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    BETWEEN,
    IN,
    NOT_IN,
    CONTAINS,
    STARTS_WITH,
    EMPTY,
    NOT_EMPTY,
    WITHIN;

    private static final Map<String, Op> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Op::code, Function.identity()));

    /** The name used in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of several in their order, for people. */
    public static String codes(Collection<Op> ops) {
        return ops.stream().sorted().map(Op::code).collect(Collectors.joining(", "));
    }

    /** The operator of that name. */
    public static Optional<Op> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether it asks for no value. */
    public boolean unary() {
        return this == EMPTY || this == NOT_EMPTY;
    }

    /** The operator that is true exactly where this one is false, for the operators that match what is empty. */
    public Optional<Op> positive() {
        return switch (this) {
            case NE -> Optional.of(EQ);
            case NOT_IN -> Optional.of(IN);
            case EMPTY -> Optional.of(NOT_EMPTY);
            case EQ, LT, LE, GT, GE, BETWEEN, IN, CONTAINS, STARTS_WITH, NOT_EMPTY, WITHIN -> Optional.empty();
        };
    }
}
