package io.hemai.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** In which order named formulas are to be worked out, so that each finds done what it uses. */
public sealed interface Order {
    /** There is an order; names that are no formulas are left out. */
    record Sorted(List<String> names) implements Order {}

    /**
     * There is none.
     *
     * @param path who uses whom, the first again at the end
     */
    record Circle(List<String> path) implements Order {
        /** The fault of a formula whose text stands there. */
        public Fault fault(Span at) {
            return Fault.of(at, FormulaError.IN_CIRCLES, String.join(" → ", path));
        }
    }

    /** Sorts formulas by what each uses. */
    static Order of(Map<String, ? extends Collection<String>> uses) {
        SequencedSet<String> done = new LinkedHashSet<>();
        for (String name : uses.keySet()) {
            List<String> circle = finish(name, uses, new LinkedHashSet<>(), done);
            if (!circle.isEmpty()) {
                return new Circle(circle);
            }
        }
        return new Sorted(List.copyOf(done));
    }

    /** Puts the formula behind all that it uses; answers the circle that prevents it, or nothing. */
    private static List<String> finish(
            String name,
            Map<String, ? extends Collection<String>> uses,
            SequencedSet<String> open,
            SequencedSet<String> done) {
        if (done.contains(name) || !uses.containsKey(name)) {
            return List.of();
        }
        if (!open.add(name)) {
            List<String> circle =
                    new ArrayList<>(open).subList(List.copyOf(open).indexOf(name), open.size());
            circle.add(name);
            return circle;
        }
        for (String used : uses.get(name)) {
            List<String> circle = finish(used, uses, open, done);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        open.remove(name);
        done.add(name);
        return List.of();
    }
}
