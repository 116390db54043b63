package io.hemai.formula;

import static io.hemai.formula.Function.Work.filled;
import static io.hemai.formula.Wants.NUMBER;
import static io.hemai.formula.Wants.TEXT;
import static io.hemai.formula.Wants.TEXT_OR_CHOICES;
import static io.hemai.formula.Wants.WRITTEN;

import io.hemai.formula.Function.Result;
import io.hemai.formula.Function.Work;
import io.hemai.formula.Type.Plain;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of text. Characters are counted as people see them: a rare Chinese one is one, too. */
final class TextFunctions {
    private static final Result WRITES = Result.of(Plain.TEXT);
    private static final Result TRUTH = Result.of(Plain.BOOLEAN);

    static final List<Function> ALL = List.of(
            new Function(
                    "LEN",
                    "LEN(name)",
                    Parameters.of(TEXT),
                    Result.of(Plain.NUMBER),
                    in -> BigDecimal.valueOf(length(in.text(0)))),
            new Function(
                    "LEFT",
                    "LEFT(name, 3)",
                    Parameters.of(TEXT, NUMBER),
                    WRITES,
                    filled(in -> cut(in.text(0), 0, in.whole(1)))),
            new Function(
                    "RIGHT",
                    "RIGHT(mobile, 4)",
                    Parameters.of(TEXT, NUMBER),
                    WRITES,
                    filled(in -> cut(in.text(0), length(in.text(0)) - in.whole(1), length(in.text(0))))),
            new Function(
                    "MID",
                    "MID(code, 3, 2)",
                    Parameters.of(TEXT, NUMBER, NUMBER),
                    WRITES,
                    filled(in -> cut(in.text(0), in.whole(1) - 1, in.whole(1) - 1 + in.whole(2)))),
            new Function(
                    "UPPER",
                    "UPPER(code)",
                    Parameters.of(TEXT),
                    WRITES,
                    changed(text -> text.toUpperCase(Locale.ROOT))),
            new Function(
                    "LOWER",
                    "LOWER(email)",
                    Parameters.of(TEXT),
                    WRITES,
                    changed(text -> text.toLowerCase(Locale.ROOT))),
            new Function("TRIM", "TRIM(name)", Parameters.of(TEXT), WRITES, changed(String::strip)),
            new Function(
                    "CONTAINS",
                    "CONTAINS(name, \"group\")",
                    Parameters.of(TEXT_OR_CHOICES, TEXT),
                    TRUTH,
                    TextFunctions::contains),
            new Function(
                    "STARTS_WITH",
                    "STARTS_WITH(code, \"A\")",
                    Parameters.of(TEXT, TEXT),
                    TRUTH,
                    in -> asks(in, String::startsWith)),
            new Function(
                    "ENDS_WITH",
                    "ENDS_WITH(email, \".cn\")",
                    Parameters.of(TEXT, TEXT),
                    TRUTH,
                    in -> asks(in, String::endsWith)),
            new Function(
                            "REPLACE",
                            "REPLACE(mobile, \"-\", \"\")",
                            Parameters.of(TEXT, TEXT, TEXT),
                            WRITES,
                            TextFunctions::replace)
                    .also("SUBSTITUTE"),
            new Function(
                    "TEXT",
                    "TEXT(amount)",
                    Parameters.of(WRITTEN),
                    WRITES,
                    filled(in -> in.bounded(Writing.text(Objects.requireNonNull(in.at(0)), in.moment())))));

    /** Comparisons of single characters, at worst, that count as a step. */
    private static final int PROBES_A_STEP = 2_000;

    private TextFunctions() {}

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** From the character at one place up to the one before the other, as far as there are such. */
    private static String cut(String text, int from, int to) {
        int length = length(text);
        int start = Math.clamp(from, 0, length);
        int end = Math.clamp(to, start, length);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static Work changed(UnaryOperator<String> change) {
        return in -> in.bounded(change.apply(in.text(0)));
    }

    private static boolean contains(Arguments in) {
        return in.at(0) instanceof Collection<?> codes
                ? codes.stream().anyMatch(code -> code.toString().equals(in.text(1)))
                : asks(in, String::contains);
    }

    /** What is asked holds for the texts as they are compared; never for a blank one. */
    private static boolean asks(Arguments in, BiPredicate<String, String> question) {
        String text = in.comparisons().folded(in.text(0));
        String part = in.comparisons().folded(in.text(1));
        in.spend((long) text.length() * part.length() / PROBES_A_STEP);
        return !text.isEmpty() && !part.isEmpty() && question.test(text, part);
    }

    /** The length is known before the text is made, so that no giant one ever is. */
    private static @Nullable Object replace(Arguments in) {
        String text = in.text(0);
        String old = in.text(1);
        String put = in.text(2);
        if (old.isEmpty()) {
            return text;
        }
        in.spend((long) text.length() * old.length() / PROBES_A_STEP);
        long found = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            found++;
        }
        long length = text.length() + found * (put.length() - old.length());
        return length > Run.TEXT
                ? in.fault(FormulaError.RESULT_TOO_LONG, Run.TEXT)
                : in.bounded(text.replace(old, put));
    }
}
