package io.hemai.kernel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about a record, as data: views, rules, rights, sharing, reports all ask in this one language.
 * It is compiled to SQL.
 */
public sealed interface Filter {
    /** Matches every record. */
    static Filter all() {
        return new And(List.of());
    }

    /** Matches no record. */
    static Filter none() {
        return new Or(List.of());
    }

    /** True when all parts are; an empty one is always true. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True when a part is; an empty one is never true. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** True when the part is not. */
    record Not(Filter part) implements Filter {}

    /**
     * Compares a field.
     *
     * @param path field name, or a path over links such as {@code account.industry}
     * @param value plain JSON value or the field's own value; a list for {@code in} and {@code between}; null for {@code empty}
     */
    record Leaf(String path, Op op, @Nullable Object value) implements Filter {}

    /**
     * Records shared with a person directly or through a department; only rights ask this.
     *
     * @param levels names of the levels of sharing that count
     */
    record Shared(RecordId user, Set<RecordId> departments, Set<String> levels) implements Filter {
        public Shared {
            departments = Set.copyOf(departments);
            levels = Set.copyOf(levels);
        }
    }

    /**
     * Records whose link leads to a record that matches; only rights ask this ("child follows parent"), one level deep.
     *
     * @param link name of the link field
     */
    record Through(String link, Filter parent) implements Filter {}

    /** Both. */
    default Filter and(Filter other) {
        if (this.equals(all())) {
            return other;
        }
        return other.equals(all()) ? this : new And(List.of(this, other));
    }

    /** Either. */
    default Filter or(Filter other) {
        if (this.equals(none()) || other.equals(all())) {
            return other;
        }
        return other.equals(none()) || this.equals(all()) ? this : new Or(List.of(this, other));
    }

    /** A comparison. */
    static Filter leaf(String path, Op op, @Nullable Object value) {
        return new Leaf(path, op, value);
    }
}
