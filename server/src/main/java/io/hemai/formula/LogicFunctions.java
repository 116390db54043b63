package io.hemai.formula;

import static io.hemai.formula.Wants.ANY;
import static io.hemai.formula.Wants.BOOLEAN;
import static io.hemai.formula.Wants.KEY;
import static io.hemai.formula.Wants.RESULT;

import io.hemai.formula.Function.Result;
import io.hemai.formula.Type.Plain;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Functions that choose. They work out only the arguments that they need. */
final class LogicFunctions {
    private static final Result TRUTH = Result.of(Plain.BOOLEAN);

    static final List<Function> ALL = List.of(
            new Function(
                    "IF",
                    "IF(amount > 10000, \"big\", \"small\")",
                    Parameters.of(BOOLEAN, RESULT).maybe(RESULT),
                    Result.COMMON,
                    LogicFunctions::choose),
            new Function(
                            "CASE",
                            "CASE(stage, \"won\", 1, \"lost\", 0, 0.5)",
                            Parameters.of(KEY, KEY, RESULT)
                                    .repeating(KEY, RESULT)
                                    .maybe(RESULT),
                            Result.COMMON,
                            LogicFunctions::match)
                    .also("SWITCH"),
            new Function(
                    "AND",
                    "AND(active, amount > 0)",
                    Parameters.of(BOOLEAN).repeating(BOOLEAN),
                    TRUTH,
                    in -> places(in).allMatch(in::truth)),
            new Function(
                    "OR",
                    "OR(stage = \"won\", stage = \"lost\")",
                    Parameters.of(BOOLEAN).repeating(BOOLEAN),
                    TRUTH,
                    in -> places(in).anyMatch(in::truth)),
            new Function("NOT", "NOT(active)", Parameters.of(BOOLEAN), TRUTH, in -> !in.truth(0)),
            new Function("ISBLANK", "ISBLANK(email)", Parameters.of(ANY), TRUTH, in -> in.provided(0) == null),
            new Function(
                            "COALESCE",
                            "COALESCE(discount, 0)",
                            Parameters.of(RESULT).repeating(RESULT),
                            Result.COMMON,
                            LogicFunctions::first)
                    .also("BLANKVALUE"));

    private LogicFunctions() {}

    private static IntStream places(Arguments in) {
        return IntStream.range(0, in.count());
    }

    private static @Nullable Object choose(Arguments in) {
        if (in.truth(0)) {
            return in.at(1);
        }
        return in.count() > 2 ? in.at(2) : null;
    }

    private static @Nullable Object match(Arguments in) {
        for (int place = 1; place + 1 < in.count(); place += 2) {
            if (in.same(0, place)) {
                return in.at(place + 1);
            }
        }
        return in.count() % 2 == 0 ? in.at(in.count() - 1) : null;
    }

    private static @Nullable Object first(Arguments in) {
        for (int place = 0; place + 1 < in.count(); place++) {
            Object value = in.provided(place);
            if (value != null) {
                return value;
            }
        }
        return in.at(in.count() - 1);
    }
}
