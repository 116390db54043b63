package io.hemai.records;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.testing.SampleObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order of a list the plain way: keys in turn, what is empty last, the id where nothing else decides. */
final class NaiveOrder {
    /** The names that {@link RandomFilters} makes, as a dictionary has them. */
    private static final List<String> DICTIONARY = List.of("100%", "华东 精密", "王芳", "a_b", "abc", "ＡＢＣ", "Ǆ", "x\\y");

    private final Map<RecordId, Row> all;
    private final SampleObject sample;
    private final Predicate<Row> readable;

    NaiveOrder(Map<RecordId, Row> all, SampleObject sample, Predicate<Row> readable) {
        this.all = all;
        this.sample = sample;
        this.readable = readable;
    }

    List<RecordId> of(List<Row> rows, List<Sort> sorts) {
        List<Row> sorted = new ArrayList<>(rows);
        boolean down = sorts.isEmpty() || sorts.getFirst().descending();
        Comparator<Row> byId = Comparator.comparing(Row::id);
        Comparator<Row> order = down ? byId.reversed() : byId;
        for (Sort sort : sorts.reversed()) {
            Comparator<Row> key = (one, other) -> compare(one, other, sort);
            order = key.thenComparing(order);
        }
        sorted.sort(order);
        return sorted.stream().map(Row::id).toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one field compare with each other
    private int compare(Row one, Row other, Sort sort) {
        Comparable left = value(one, sort.path());
        Comparable right = value(other, sort.path());
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return sort.descending() ? right.compareTo(left) : left.compareTo(right);
    }

    private @Nullable Comparable<?> value(Row row, String path) {
        if (path.startsWith("parent.")) {
            Row parent = parent(row);
            return parent == null ? null : value(parent, path.substring("parent.".length()));
        }
        if (path.equals("parent")) {
            Row parent = parent(row);
            return parent == null ? null : DICTIONARY.indexOf(parent.label());
        }
        if (path.equals("name")) {
            return DICTIONARY.indexOf(row.label());
        }
        return switch (row.value(row.type().requireField(path))) {
            case null -> null;
            case Money money -> money.amount();
            case Enum<?> code -> code.name().toLowerCase(Locale.ROOT);
            case Comparable<?> value -> value;
            default -> throw new IllegalStateException(path);
        };
    }

    private @Nullable Row parent(Row row) {
        RecordId parent = row.value(sample.parent);
        Row found = parent == null ? null : all.get(parent);
        return found == null || !readable.test(found) ? null : found;
    }
}
