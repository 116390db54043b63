package io.hemai.formula;

import org.jspecify.annotations.Nullable;

/** What stands in the record that a formula is worked out for. */
public interface Values {
    /** The value at the path, in the class that its {@link Type} names (whole numbers may be any {@link Number}); null when blank. */
    @Nullable
    Object at(Path path);

    /** What the aggregate gives; who holds the related records in memory asks {@link Expression.Aggregate#over}. */
    Answer aggregate(Expression.Aggregate aggregate);
}
