package io.hemai.formula;

import io.hemai.formula.Expression.Aggregate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a formula reads.
 *
 * @param paths of the record and over its links, without those within its lists
 * @param aggregates by their printed form, each of which says what it reads of its list ({@link #ofList})
 */
public record Reads(SortedSet<Path> paths, Map<String, Aggregate> aggregates) {
    static Reads of(Expression expression) {
        SortedSet<Path> paths = new TreeSet<>();
        Map<String, Aggregate> aggregates = new LinkedHashMap<>();
        expression.all().forEach(part -> {
            switch (part) {
                case Expression.Field field -> paths.add(field.path());
                case Aggregate aggregate -> aggregates.put(Printer.print(aggregate), aggregate);
                case Expression.Literal _,
                        Expression.Item _,
                        Expression.Negative _,
                        Expression.Binary _,
                        Expression.Call _ -> {}
            }
        });
        return new Reads(paths, aggregates);
    }

    /** What an aggregate reads of each record of its list. */
    public static SortedSet<Path> ofList(Aggregate aggregate) {
        SortedSet<Path> paths = new TreeSet<>();
        aggregate.all().forEach(part -> {
            if (part instanceof Expression.Item item) {
                paths.add(item.path());
            }
        });
        return paths;
    }
}
