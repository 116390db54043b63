package io.hemai.kernel.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hemai.kernel.text.Checked.Invalid;
import io.hemai.kernel.text.Checked.Valid;
import java.util.regex.MatchResult;

/** Patterns that users write: RE2 syntax, time linear in the text, size bounded. */
public final class Patterns {
    private static final int LONGEST = 500;
    private static final int LARGEST_PROGRAM = 5_000;
    /** Counted repetitions are unrolled when compiled, so their product is bounded before that. */
    private static final long MOST_REPETITIONS = 1_000;

    private static final java.util.regex.Pattern COUNTED = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private Patterns() {}

    /** Compiles a pattern; the refusal of a wrong one carries the library's short reason. */
    public static Checked<UserPattern> compile(String typed) {
        if (typed.isEmpty()) {
            return new Invalid<>(TextError.PATTERN_EMPTY);
        }
        if (typed.length() > LONGEST) {
            return new Invalid<>(TextError.PATTERN_TOO_LONG, String.valueOf(LONGEST));
        }
        if (repetitions(typed) > MOST_REPETITIONS) {
            return new Invalid<>(TextError.PATTERN_TOO_LARGE);
        }
        try {
            Pattern pattern = Pattern.compile(typed);
            return pattern.programSize() > LARGEST_PROGRAM
                    ? new Invalid<>(TextError.PATTERN_TOO_LARGE)
                    : new Valid<>(new UserPattern(pattern));
        } catch (PatternSyntaxException e) {
            return new Invalid<>(TextError.PATTERN_SYNTAX, e.getDescription());
        }
    }

    /** An upper bound: as if all counted repetitions were nested. */
    private static long repetitions(String typed) {
        return COUNTED.matcher(typed).results().mapToLong(Patterns::count).reduce(1, Patterns::cappedProduct);
    }

    private static long count(MatchResult counted) {
        String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
        return most.length() > 4 ? MOST_REPETITIONS + 1 : Math.max(1, Long.parseLong(most));
    }

    private static long cappedProduct(long one, long other) {
        return Math.min(MOST_REPETITIONS + 1, one * other);
    }
}
