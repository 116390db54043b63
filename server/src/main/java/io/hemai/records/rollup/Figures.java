package io.hemai.records.rollup;

import io.hemai.metadata.Metadata;
import io.hemai.records.RateDay;
import io.hemai.records.RollUp;
import io.hemai.records.RollUps;
import io.hemai.records.store.RollUpGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All roll-ups there are, those that one pass over the same children gives together. */
@Component
class Figures {
    private final ObjectProvider<RollUps> declared;
    private final ObjectProvider<RateDay> days;
    private final Metadata metadata;

    Figures(ObjectProvider<RollUps> declared, ObjectProvider<RateDay> days, Metadata metadata) {
        this.declared = declared;
        this.days = days;
        this.metadata = metadata;
    }

    /**
     * The bound tenant's groups. Parents that lead to other parents come first: people's writes take locks from a deal to its
     * account, and so does this.
     */
    List<RollUpGroup> groups() {
        Map<List<String>, List<RollUp>> grouped = new LinkedHashMap<>();
        declared.orderedStream()
                .flatMap(d -> d.all().stream())
                .forEach(r -> grouped.computeIfAbsent(
                                List.of(
                                        r.parent().name(),
                                        r.child().name(),
                                        r.link().name()),
                                k -> new ArrayList<>())
                        .add(r));
        Set<String> parents = grouped.keySet().stream().map(List::getFirst).collect(Collectors.toSet());
        return grouped.values().stream()
                .filter(rollUps -> there(rollUps.getFirst()))
                .map(this::group)
                .sorted(Comparator.comparingLong((RollUpGroup g) -> -leads(g, parents)))
                .toList();
    }

    private boolean there(RollUp rollUp) {
        return metadata.current().find(rollUp.parent().name()).isPresent()
                && metadata.current().find(rollUp.child().name()).isPresent();
    }

    private RollUpGroup group(List<RollUp> rollUps) {
        RollUp any = rollUps.getFirst();
        return new RollUpGroup(
                metadata.current().of(any.parent()),
                metadata.current().of(any.child()),
                any.link(),
                rollUps,
                sources(rollUps));
    }

    /** Amounts are counted anew when the day of their rate changes, though they themselves stay. */
    private Set<String> sources(List<RollUp> rollUps) {
        Set<String> names = new HashSet<>();
        rollUps.forEach(rollUp -> names.addAll(rollUp.sources()));
        days.stream()
                .filter(day -> day.object().equals(rollUps.getFirst().child().name()))
                .forEach(day -> day.sources().forEach(field -> names.add(field.name())));
        return names;
    }

    private static long leads(RollUpGroup group, Set<String> parents) {
        return group.parent().links().stream()
                .filter(l -> parents.contains(l.target()))
                .count();
    }
}
