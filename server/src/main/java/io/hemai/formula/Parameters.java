package io.hemai.formula;

import java.util.List;

/**
 * What a function takes.
 *
 * @param fixed what is always given
 * @param repeated what may follow any number of times, together
 * @param optional what may come last
 */
public record Parameters(List<Wants> fixed, List<Wants> repeated, List<Wants> optional) {
    public Parameters {
        fixed = List.copyOf(fixed);
        repeated = List.copyOf(repeated);
        optional = List.copyOf(optional);
    }

    static Parameters of(Wants... fixed) {
        return new Parameters(List.of(fixed), List.of(), List.of());
    }

    Parameters repeating(Wants... more) {
        return new Parameters(fixed, List.of(more), optional);
    }

    Parameters maybe(Wants last) {
        return new Parameters(fixed, repeated, List.of(last));
    }

    boolean fit(int count) {
        int more = count - fixed.size();
        int over = repeated.isEmpty() ? more : more % repeated.size();
        return more >= 0 && over <= optional.size();
    }

    /** What is wanted at a place when so many arguments are given. */
    Wants at(int place, int count) {
        int more = place - fixed.size();
        if (more < 0) {
            return fixed.get(place);
        }
        boolean last = place == count - 1 && (repeated.isEmpty() || (count - fixed.size()) % repeated.size() > 0);
        return last ? optional.getFirst() : repeated.get(more % repeated.size());
    }
}
