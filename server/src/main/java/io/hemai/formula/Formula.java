package io.hemai.formula;

import io.hemai.formula.Token.Kind;
import io.hemai.kernel.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A formula that was read and found sound.
 *
 * @param text as its author wrote it
 * @param expression what it says
 */
public record Formula(String text, Expression expression) {
    /** Characters that a formula may have. */
    public static final int LENGTH = 4_000;
    /** How deep brackets may nest. */
    public static final int DEPTH = 50;
    /** How many names, values, operators and calls there may be. */
    public static final int PARTS = 500;
    /** How many aggregates, each of which asks the database once more. */
    public static final int AGGREGATES = 20;

    /** What came of reading a text. */
    public sealed interface Reading {}

    /** It is a formula. */
    public record Good(Formula formula) implements Reading {}

    /** It is none, for these reasons in the order of the text. */
    public record Bad(List<Fault> faults) implements Reading {
        public Bad {
            faults = faults.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(fault -> fault.at().start()))
                    .toList();
        }
    }

    /** Reads a text with the names of an object. */
    public static Reading read(String text, Scope scope) {
        List<Fault> faults = new ArrayList<>();
        if (text.length() > LENGTH) {
            return new Bad(List.of(Fault.of(new Span(LENGTH, text.length()), FormulaError.TOO_LONG, LENGTH)));
        }
        List<Token> tokens = Lexer.tokens(text, faults);
        if (faults.isEmpty()) {
            measure(tokens, faults);
        }
        if (!faults.isEmpty()) {
            return new Bad(faults);
        }
        Expression whole = new Checker(scope, faults).check(Parser.parse(tokens, faults));
        return faults.isEmpty() ? new Good(new Formula(text, Objects.requireNonNull(whole))) : new Bad(faults);
    }

    /** Tells by the tokens alone what would be too much, so that nothing that reads trees needs to. */
    private static void measure(List<Token> tokens, List<Fault> faults) {
        int parts = 0;
        int depth = 0;
        Token before = tokens.getLast();
        for (Token token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean part = token.kind() == Kind.SIGN
                    ? Operator.of(token.text()).isPresent()
                    : token.kind() != Kind.END && !before.is(".");
            parts += part ? 1 : 0;
            if (depth > DEPTH || parts > PARTS) {
                faults.add(
                        depth > DEPTH
                                ? Fault.of(token.at(), FormulaError.TOO_DEEP, DEPTH)
                                : Fault.of(token.at(), FormulaError.TOO_MANY_PARTS, PARTS));
                return;
            }
            before = token;
        }
    }

    /**
     * Reads a text or refuses it with all its faults.
     *
     * @param field the field that the text stands in, for the refusal, which carries the places as {@code spans}
     */
    public static Formula parse(String text, Scope scope, @Nullable String field) {
        return switch (read(text, scope)) {
            case Good(var formula) -> formula;
            case Bad(var faults) -> throw refusal(faults, field);
        };
    }

    /** Refuses for these faults; the places of each stand in {@code spans}, in the order of the errors. */
    public static Refusal refusal(List<Fault> faults, @Nullable String field) {
        return Refusal.of(faults.stream().map(fault -> fault.problem(field)).toList())
                .with("spans", faults.stream().map(Fault::at).toList());
    }

    /** What it gives; {@link Type.Plain#BLANK} when it can only be blank. */
    public Type type() {
        return expression.type();
    }

    /** What it reads. */
    public Reads dependencies() {
        return Reads.of(expression);
    }

    /** Whether it may give something else at another time, without any change of what it reads. */
    public boolean dependsOnTime() {
        return expression.all().stream()
                .anyMatch(part ->
                        part instanceof Expression.Call call && call.function().dependsOnTime());
    }

    /** The same formula in the one form that says it: plain signs, functions in capitals, no bracket too many. */
    public String printed() {
        return Printer.print(expression);
    }

    /** What it gives for a record. Nothing in a formula makes this throw. */
    public Answer evaluate(Values record, Moment moment) {
        return new Run(record, moment).answer(expression);
    }
}
