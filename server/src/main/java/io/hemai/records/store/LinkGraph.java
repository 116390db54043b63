package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of some records lead to which of them. */
public final class LinkGraph {
    private final Map<RecordId, List<RecordId>> targets = new HashMap<>();

    /** One leads to the other. */
    record Edge(RecordId from, RecordId to) {}

    LinkGraph(Collection<Edge> edges) {
        edges.forEach(edge ->
                targets.computeIfAbsent(edge.from(), f -> new ArrayList<>()).add(edge.to()));
    }

    /** Whether one of the records leads anywhere. */
    public boolean anyFrom(Collection<RecordId> records) {
        return records.stream().anyMatch(targets::containsKey);
    }

    /** The records, what they lead to, what that leads to and so on. */
    public Set<RecordId> from(Collection<RecordId> records) {
        Set<RecordId> found = new LinkedHashSet<>(records);
        Deque<RecordId> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            targets.getOrDefault(open.pop(), List.of()).stream()
                    .filter(found::add)
                    .forEach(open::push);
        }
        return found;
    }
}
