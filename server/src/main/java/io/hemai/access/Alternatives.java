package io.hemai.access;

import io.hemai.kernel.Filter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers ways of reaching a record into one flat filter, so that each can be answered by its own index. */
final class Alternatives {
    private final Set<Filter> ways = new LinkedHashSet<>();

    Alternatives add(Filter way) {
        if (way instanceof Filter.Or(var parts)) {
            parts.forEach(this::add);
        } else {
            ways.add(way);
        }
        return this;
    }

    Filter filter() {
        if (ways.contains(Filter.all())) {
            return Filter.all();
        }
        return ways.size() == 1 ? ways.iterator().next() : new Filter.Or(List.copyOf(ways));
    }
}
