package io.hemai.metadata.custom;

import io.hemai.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a field could not be made, as it is kept: a code and what belongs to it, so that everybody reads it in their language. */
final class FieldFailure {
    /** The database did not say what to do about it. */
    static final String NOT_INDEXED = ShapingError.NOT_INDEXED.code();

    private static final String THEN = ": ";

    private FieldFailure() {}

    /** Several records have these values. */
    static String duplicates(List<String> values) {
        return ShapingError.DUPLICATES.code() + THEN + String.join(", ", values);
    }

    /** What is wrong with the field. */
    static Optional<Problem> read(String field, @Nullable String kept) {
        if (kept == null) {
            return Optional.empty();
        }
        int end = kept.indexOf(THEN);
        boolean doubled = kept.startsWith(ShapingError.DUPLICATES.code() + THEN);
        return Optional.of(
                doubled
                        ? Problem.of(field, ShapingError.DUPLICATES, field, kept.substring(end + THEN.length()))
                        : Problem.of(field, ShapingError.NOT_INDEXED, field));
    }
}
