package io.hemai.metadata;

import static io.hemai.kernel.Op.BETWEEN;
import static io.hemai.kernel.Op.CONTAINS;
import static io.hemai.kernel.Op.EMPTY;
import static io.hemai.kernel.Op.EQ;
import static io.hemai.kernel.Op.GE;
import static io.hemai.kernel.Op.GT;
import static io.hemai.kernel.Op.IN;
import static io.hemai.kernel.Op.LE;
import static io.hemai.kernel.Op.LT;
import static io.hemai.kernel.Op.NE;
import static io.hemai.kernel.Op.NOT_EMPTY;
import static io.hemai.kernel.Op.NOT_IN;
import static io.hemai.kernel.Op.STARTS_WITH;
import static io.hemai.kernel.Op.WITHIN;

import io.hemai.kernel.Op;
import java.util.EnumSet;
import java.util.Set;

/** The few ways in which fields compare; every field type chooses one, so that SQL and memory know what to do. */
public enum Comparison {
    /** Text: without case, after NFKC. */
    TEXT(EnumSet.of(EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY)),
    /** Codes: as they are written; {@code starts_with} serves trees whose codes nest. */
    CODE(EnumSet.of(EQ, NE, IN, NOT_IN, STARTS_WITH, EMPTY, NOT_EMPTY)),
    /** Numbers. */
    NUMBER(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, IN, NOT_IN, EMPTY, NOT_EMPTY)),
    /** Amounts: in base currency when the operand is, else only among amounts of the operand's currency. */
    MONEY(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, EMPTY, NOT_EMPTY)),
    /** Calendar days. */
    DATE(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, IN, NOT_IN, EMPTY, NOT_EMPTY, WITHIN)),
    /** Moments. */
    INSTANT(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, EMPTY, NOT_EMPTY, WITHIN)),
    /** Yes or no. */
    BOOLEAN(EnumSet.of(EQ, NE, EMPTY, NOT_EMPTY)),
    /** Sets of codes: {@code eq} and {@code contains} ask for one of them, {@code in} for any of several. */
    SET(EnumSet.of(EQ, NE, IN, NOT_IN, CONTAINS, EMPTY, NOT_EMPTY)),
    /** Ids of records. */
    REFERENCE(EnumSet.of(EQ, NE, IN, NOT_IN, EMPTY, NOT_EMPTY)),
    /** Only whether there is something. */
    PRESENCE(EnumSet.of(EMPTY, NOT_EMPTY));

    private final Set<Op> ops;

    Comparison(Set<Op> ops) {
        this.ops = ops;
    }

    /** The operators that have a meaning here. */
    public Set<Op> ops() {
        return Set.copyOf(ops);
    }

    /** Whether values have an order that lists may be sorted by. */
    public boolean sortable() {
        return this != SET && this != PRESENCE;
    }
}
