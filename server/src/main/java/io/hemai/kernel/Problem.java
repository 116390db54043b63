package io.hemai.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param field the field (or parameter) it is about, as the client names it; null when it is about the whole
 * @param index the position in a batch; null outside of batches
 * @param args values for the text's {@code {0} {1} …}; another problem stands for its own text
 */
public record Problem(@Nullable String field, @Nullable Integer index, ErrorCode code, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }

    /** A problem of one field. */
    public static Problem of(@Nullable String field, ErrorCode code, Object... args) {
        return new Problem(field, null, code, List.of(args));
    }

    /** The same problem at a position of a batch. */
    public Problem at(int position) {
        return new Problem(field, position, code, args);
    }
}
