package io.hemai.formula;

import io.hemai.kernel.ErrorCode;
import java.util.Locale;

/** What can be wrong with a formula; texts stand in {@code messages/formula_*.properties}. */
public enum FormulaError implements ErrorCode {
    TOO_LONG,
    TOO_DEEP,
    TOO_MANY_PARTS,
    TOO_MANY_AGGREGATES,
    UNKNOWN_CHARACTER,
    QUOTE_OPEN,
    NUMBER_TOO_LONG,
    UNFINISHED,
    UNEXPECTED,
    OPERATOR_MISSING,
    BRACKET_OPEN,
    BRACKET_UNOPENED,

    UNKNOWN_FIELD,
    UNKNOWN_FUNCTION,
    UNKNOWN_CHOICE,
    BRACKETS_MISSING,
    NOT_A_LINK,
    TOO_FAR,
    ARGUMENT_COUNT,
    WRONG_TYPE,
    DIFFERENT_TYPES,
    NOT_COMPARABLE,
    MONEY_WITH_NUMBER,
    LIST_ALONE,
    OTHER_LIST,
    LIST_NEEDED,
    FIELD_OF_LIST_NEEDED,
    NESTED,

    DIVISION_BY_ZERO,
    TOO_LARGE,
    EXPONENT,
    MIXED_CURRENCIES,
    UNKNOWN_CURRENCY,
    NOT_A_NUMBER,
    NO_SUCH_DATE,
    NOT_A_DATE,
    BEYOND_CALENDAR,
    WEEKDAY_COUNT,
    RESULT_TOO_LONG,
    TOO_MUCH_WORK,

    IN_CIRCLES,

    BY_THE_CLOCK,
    OTHER_RECORD,
    OTHER_RECORDS,
    NOTHING_HOLDS,
    OTHER_ANSWER,
    NOT_A_CONDITION;

    @Override
    public String code() {
        return "formula." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
