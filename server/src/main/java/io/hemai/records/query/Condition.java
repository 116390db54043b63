package io.hemai.records.query;

import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import java.util.List;
import java.util.Set;

/** A filter bound to an object: names resolved, operands typed, rights of every object on the way added. */
public sealed interface Condition {
    /** True when all are. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True when one is. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** True when the part is not true. */
    record Not(Condition part) implements Condition {}

    /** Compares a field of the record itself; operands are values of the field's own class. */
    record Test(Field<?> field, Op op, List<Object> operands) implements Condition {
        public Test {
            operands = List.copyOf(operands);
        }
    }

    /** The record that the link leads to is there and matches. */
    record To(Link link, ObjectType target, Condition matches) implements Condition {}

    /** Some record that leads here by the link matches. */
    record From(Link link, ObjectType child, Condition matches) implements Condition {}

    /** The record is shared with the person or one of the departments, at one of the levels. */
    record SharedWith(ObjectType type, RecordId user, Set<RecordId> departments, Set<String> levels)
            implements Condition {}

    /** True for every record. */
    static Condition always() {
        return new All(List.of());
    }

    /** True for no record. */
    static Condition never() {
        return new Any(List.of());
    }

    /** Whether it is true for every record. */
    default boolean isAlways() {
        return this instanceof All(var parts) && parts.isEmpty();
    }

    /** Whether it is true for no record. */
    default boolean isNever() {
        return this instanceof Any(var parts) && parts.isEmpty();
    }

    /** Both, without needless nesting. */
    default Condition and(Condition other) {
        if (isAlways() || other.isNever()) {
            return other;
        }
        return isNever() || other.isAlways() ? this : new All(List.of(this, other));
    }
}
