package io.hemai.records.transfer.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways in which the days of one column are written.
 *
 * @param counts the fewest styles that explain the values, with how many each explains, the commonest first
 * @param alternatives styles that explain them just as well, so that a person must choose: day or month first
 */
public record DateStyles(Map<DateStyle, Integer> counts, Set<DateStyle> alternatives) {
    /** Of a column without days. */
    static final DateStyles NONE = new DateStyles(Map.of(), Set.of());

    public DateStyles {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        alternatives = Set.copyOf(alternatives);
    }

    /** Whether nothing in the column tells which of several styles was meant. */
    public boolean ambiguous() {
        return !alternatives.isEmpty();
    }

    /** Whether the column is written in several styles. */
    public boolean mixed() {
        return counts.size() > 1;
    }

    /** Explains the values; those that are no days are left out. */
    static DateStyles of(List<String> values) {
        List<Set<DateStyle>> open = values.stream()
                .map(DateStyles::fitting)
                .filter(fitting -> !fitting.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        List<Set<DateStyle>> all = List.copyOf(open);
        Map<DateStyle, Integer> counts = new LinkedHashMap<>();
        Set<DateStyle> alternatives = EnumSet.noneOf(DateStyle.class);
        while (!open.isEmpty()) {
            Map<DateStyle, Integer> tally = tally(open);
            int most = tally.values().stream().max(Integer::compare).orElseThrow();
            List<DateStyle> best = tally.keySet().stream()
                    .filter(s -> tally.getOrDefault(s, 0) == most)
                    .toList();
            DateStyle chosen = best.getFirst();
            best.stream()
                    .filter(s -> s != chosen && open.stream().anyMatch(f -> f.contains(s) && f.contains(chosen)))
                    .forEach(alternatives::add);
            counts.put(chosen, most);
            open.removeIf(fitting -> fitting.contains(chosen));
        }
        // both orders are proven by some values, so the values that fit both prove nothing
        all.stream()
                .filter(fitting -> fitting.stream().filter(counts::containsKey).count() > 1)
                .forEach(fitting ->
                        fitting.stream().filter(s -> s != first(counts)).forEach(alternatives::add));
        return new DateStyles(counts, alternatives);
    }

    private static DateStyle first(Map<DateStyle, Integer> counts) {
        return counts.keySet().iterator().next();
    }

    private static Map<DateStyle, Integer> tally(List<Set<DateStyle>> open) {
        Map<DateStyle, Integer> tally = new EnumMap<>(DateStyle.class);
        open.forEach(fitting -> fitting.forEach(style -> tally.merge(style, 1, Integer::sum)));
        return tally;
    }

    private static Set<DateStyle> fitting(String value) {
        Set<DateStyle> fitting = EnumSet.noneOf(DateStyle.class);
        for (DateStyle style : DateStyle.values()) {
            if (style.parse(value).isPresent()) {
                fitting.add(style);
            }
        }
        return fitting;
    }
}
