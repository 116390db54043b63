package io.hemai.formula;

import io.hemai.formula.Type.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives names a meaning and parts a type. A part that is wrong is null, with a fault; what stands around it is looked at all the same. */
final class Checker {
    private final List<Fault> faults;
    private final Places places;
    private final Operands operands;
    /** The list whose records an aggregate is looking at; null outside of aggregates. */
    private @Nullable Path within;

    private int aggregates;

    Checker(Scope scope, List<Fault> faults) {
        this.faults = faults;
        this.places = new Places(scope, faults);
        this.operands = new Operands(faults);
    }

    @Nullable
    Expression check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Constant(var value, var type, var at) -> new Expression.Literal(value, type, at);
            case Syntax.Names names -> read(names);
            case Syntax.Negative negative -> negative(negative);
            case Syntax.Binary binary -> binary(binary.operator(), check(binary.left()), check(binary.right()));
            case Syntax.Call call -> call(call);
            case Syntax.Broken _ -> null;
        };
    }

    private @Nullable Expression read(Syntax.Names names) {
        Places.Place place = places.find(names);
        if (place == null) {
            return null;
        }
        Path list = place.list();
        Type type = place.type();
        if (list == null) {
            return new Expression.Field(place.path(), Objects.requireNonNull(type), names.at());
        }
        if (within == null) {
            return fault(names.at(), FormulaError.LIST_ALONE, list.toString());
        }
        if (!list.equals(within)) {
            return fault(names.at(), FormulaError.OTHER_LIST, list.toString(), within.toString());
        }
        return type == null
                ? fault(names.at(), FormulaError.FIELD_OF_LIST_NEEDED, list.toString())
                : new Expression.Item(list, place.path(), type, names.at());
    }

    private @Nullable Expression negative(Syntax.Negative negative) {
        Expression operand = check(negative.operand());
        return operand != null && operands.fits(operand, Wants.AMOUNT, "-")
                ? new Expression.Negative(operand, negative.at())
                : null;
    }

    private @Nullable Expression binary(Operator operator, @Nullable Expression left, @Nullable Expression right) {
        return left == null || right == null ? null : operands.binary(operator, left, right);
    }

    private @Nullable Expression call(Syntax.Call call) {
        String name = call.name().text();
        Optional<Fold> fold = aggregate(call);
        if (fold.isPresent()) {
            return aggregate(call, fold.get());
        }
        Optional<Function> function = Functions.find(name);
        if (function.isEmpty()) {
            fault(call.name().at(), FormulaError.UNKNOWN_FUNCTION, name, Nearest.to(name, Functions.names()));
            call.arguments().forEach(this::check);
            return null;
        }
        return call(call, function.get());
    }

    private @Nullable Expression call(Syntax.Call call, Function function) {
        List<Expression> arguments = new ArrayList<>();
        int count = call.arguments().size();
        boolean counted = function.parameters().fit(count);
        for (int i = 0; i < count; i++) {
            Expression argument = check(call.arguments().get(i));
            if (counted
                    && argument != null
                    && operands.fits(argument, function.parameters().at(i, count), function.name())) {
                arguments.add(argument);
            }
        }
        if (!counted) {
            return fault(call.at(), FormulaError.ARGUMENT_COUNT, function.name(), count, function.example());
        }
        return arguments.size() == count ? operands.call(function, arguments, call.at()) : null;
    }

    /** MIN and MAX choose among their arguments unless they are given a list; within an aggregate they always do. */
    private Optional<Fold> aggregate(Syntax.Call call) {
        boolean chooses = chooses(call) && (within != null || firstList(call).isEmpty());
        return chooses ? Optional.empty() : Fold.find(call.name().text());
    }

    private static boolean chooses(Syntax.Call call) {
        return Functions.find(call.name().text()).isPresent();
    }

    private Optional<Path> firstList(Syntax.Call call) {
        return call.arguments().stream().findFirst().flatMap(first -> list(first, chooses(call)));
    }

    /**
     * The list that the syntax reads; what stands within further aggregates does not count.
     *
     * @param outer whether MIN and MAX are taken for aggregates, too
     */
    private Optional<Path> list(Syntax syntax, boolean outer) {
        return switch (syntax) {
            case Syntax.Names names -> places.list(names);
            case Syntax.Negative negative -> list(negative.operand(), outer);
            case Syntax.Binary binary -> list(binary.left(), outer).or(() -> list(binary.right(), outer));
            case Syntax.Call call ->
                Fold.find(call.name().text()).isPresent() && (outer || !chooses(call))
                        ? Optional.empty()
                        : call.arguments().stream()
                                .flatMap(argument -> list(argument, outer).stream())
                                .findFirst();
            case Syntax.Constant _, Syntax.Broken _ -> Optional.empty();
        };
    }

    private @Nullable Expression aggregate(Syntax.Call call, Fold fold) {
        if (within != null) {
            return fault(call.at(), FormulaError.NESTED);
        }
        Optional<Path> list = firstList(call);
        if (list.isEmpty()) {
            call.arguments().forEach(this::check);
            return fault(call.at(), FormulaError.LIST_NEEDED, fold.name(), fold.example());
        }
        if (call.arguments().size() > 2) {
            return fault(
                    call.at(),
                    FormulaError.ARGUMENT_COUNT,
                    fold.name(),
                    call.arguments().size(),
                    fold.example());
        }
        if (++aggregates > Formula.AGGREGATES) {
            return fault(call.at(), FormulaError.TOO_MANY_AGGREGATES, Formula.AGGREGATES);
        }
        within = list.get();
        Expression made = aggregate(call, fold, list.get());
        within = null;
        return made;
    }

    private @Nullable Expression aggregate(Syntax.Call call, Fold fold, Path list) {
        Syntax first = call.arguments().getFirst();
        boolean records = fold.takesRecords()
                && first instanceof Syntax.Names names
                && path(names).equals(list);
        Expression value = records ? null : check(first);
        boolean filtered = call.arguments().size() > 1;
        Expression filter = filtered ? check(call.arguments().get(1)) : null;
        boolean valued = records || (value != null && operands.fits(value, fold.wants(), fold.name()));
        boolean sifted = !filtered || (filter != null && operands.fits(filter, Wants.BOOLEAN, fold.name()));
        Type type = fold.type(value == null ? Plain.BOOLEAN : value.type());
        return valued && sifted ? new Expression.Aggregate(fold, list, value, filter, type, call.at()) : null;
    }

    private static Path path(Syntax.Names names) {
        return new Path(names.words().stream().map(Token::text).toList());
    }

    private @Nullable Expression fault(Span at, FormulaError code, Object... args) {
        faults.add(Fault.of(at, code, args));
        return null;
    }
}
