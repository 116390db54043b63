package io.hemai.formula;

import io.hemai.kernel.Worded;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function: all there is to know of it, but for its description, which stands under {@link #description}.
 *
 * @param names the one it is printed by, and others that people know it by
 * @param example a call as an editor shows it
 * @param result the type of a call
 * @param work works a call out
 * @param dependsOnTime whether it may give something else at another time
 */
public record Function(
        List<String> names, String example, Parameters parameters, Result result, Work work, boolean dependsOnTime) {
    public Function {
        names = List.copyOf(names);
    }

    Function(String name, String example, Parameters parameters, Result result, Work work) {
        this(List.of(name), example, parameters, result, work, false);
    }

    Function also(String other) {
        return new Function(List.of(name(), other), example, parameters, result, work, dependsOnTime);
    }

    Function byTheClock() {
        return new Function(names, example, parameters, result, work, true);
    }

    /** The name it is printed by. */
    public String name() {
        return names.getFirst();
    }

    /** Where its description stands. */
    public Worded description() {
        return new Worded("formula.function." + name().toLowerCase(Locale.ROOT));
    }

    /** Which type a call has. */
    @FunctionalInterface
    public interface Result {
        /** That of the first argument. */
        Result FIRST = (arguments, common) -> arguments.getFirst();
        /** The one that all arguments wanted as {@link Wants#RESULT} or {@link Wants#ORDERED} have. */
        Result COMMON = (arguments, common) -> common;

        /** The type, by those of the arguments and the one that they share. */
        Type type(List<Type> arguments, Type common);

        /** Always the same. */
        static Result of(Type type) {
            return (arguments, common) -> type;
        }
    }

    /** Works a call out. */
    @FunctionalInterface
    public interface Work {
        /** What the call gives; null when blank. */
        @Nullable
        Object of(Arguments in);

        /** Blank as soon as an argument is. */
        static Work filled(Work work) {
            return in -> in.all().stream().allMatch(Objects::nonNull) ? work.of(in) : null;
        }
    }
}
