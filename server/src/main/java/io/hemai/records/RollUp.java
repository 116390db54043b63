package io.hemai.records;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that a record has from the records that lead to it, such as the worth of an account's open deals. It follows within two
 * seconds and is no change of the record: neither its version nor its history tell of it.
 *
 * @param parent the object that has the value
 * @param target the field that keeps it
 * @param child the object whose records lead to the parent
 * @param link the field by which they do
 * @param of the children's field that is taken; null for counting
 * @param where which children count
 */
public record RollUp(
        StandardObject parent,
        Field<?> target,
        StandardObject child,
        Field<RecordId> link,
        Function function,
        @Nullable Field<?> of,
        Filter where) {
    /** How many values become one. */
    public enum Function {
        SUM,
        COUNT,
        MAX
    }

    /** The sum in base currency. */
    public static RollUp sum(
            StandardObject parent,
            Field<Money> target,
            StandardObject child,
            Field<RecordId> link,
            Field<Money> of,
            Filter where) {
        return new RollUp(parent, target, child, link, Function.SUM, of, where);
    }

    /** How many there are. */
    public static RollUp count(
            StandardObject parent, Field<Long> target, StandardObject child, Field<RecordId> link, Filter where) {
        return new RollUp(parent, target, child, link, Function.COUNT, null, where);
    }

    /** The greatest, or latest. */
    public static <T extends Comparable<?>> RollUp latest(
            StandardObject parent,
            Field<T> target,
            StandardObject child,
            Field<RecordId> link,
            Field<T> of,
            Filter where) {
        return new RollUp(parent, target, child, link, Function.MAX, of, where);
    }

    /** The children's fields whose change may change the value. */
    public Set<String> sources() {
        Set<String> names = new HashSet<>();
        names.add(link.name());
        if (of != null) {
            names.add(of.name());
        }
        collect(where, names);
        return names;
    }

    private static void collect(Filter filter, Set<String> names) {
        switch (filter) {
            case Filter.And(var parts) -> parts.forEach(p -> collect(p, names));
            case Filter.Or(var parts) -> parts.forEach(p -> collect(p, names));
            case Filter.Not(var part) -> collect(part, names);
            case Filter.Leaf leaf -> names.add(leaf.path());
            case Filter.Shared shared -> throw new IllegalArgumentException("a roll-up cannot depend on rights");
            case Filter.Through through -> throw new IllegalArgumentException("a roll-up cannot look over links");
        }
    }
}
