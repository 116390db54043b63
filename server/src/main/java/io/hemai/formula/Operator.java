package io.hemai.formula;

import java.util.Arrays;
import java.util.Optional;

/** What stands between two operands, weakest first, as in Excel. */
public enum Operator {
    EQUAL("=", 1),
    NOT_EQUAL("<>", 1),
    LESS("<", 1),
    LESS_OR_EQUAL("<=", 1),
    GREATER(">", 1),
    GREATER_OR_EQUAL(">=", 1),
    JOIN("&", 2),
    PLUS("+", 3),
    MINUS("-", 3),
    TIMES("*", 4),
    DIVIDED("/", 4),
    POWER("^", 5);

    /** How strongly the sign before an operand binds: more than any operator, so that -2^2 is 4. */
    static final int SIGN = 6;

    private final String symbol;
    private final int power;

    Operator(String symbol, int power) {
        this.symbol = symbol;
        this.power = power;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** How strongly it binds. */
    int power() {
        return power;
    }

    /** Whether it only asks if two values are the same. */
    public boolean asksEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    /** Whether it answers true or false. */
    public boolean compares() {
        return power == EQUAL.power;
    }

    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
