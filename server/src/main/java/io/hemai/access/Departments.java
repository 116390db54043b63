package io.hemai.access;

import io.hemai.kernel.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The company's tree of departments at one moment. */
public final class Departments {
    private final Map<RecordId, Node> byId = new HashMap<>();
    private final Map<RecordId, List<RecordId>> children = new HashMap<>();
    private final Map<RecordId, List<RecordId>> ledBy = new HashMap<>();

    /**
     * One department.
     *
     * @param parent the one above; null at the top
     * @param manager who leads it; null for nobody
     */
    public record Node(
            RecordId id,
            @Nullable RecordId parent,
            @Nullable RecordId manager) {}

    public Departments(Collection<Node> all) {
        for (Node node : all) {
            byId.put(node.id(), node);
            if (node.parent() != null) {
                children.computeIfAbsent(node.parent(), p -> new ArrayList<>()).add(node.id());
            }
            if (node.manager() != null) {
                ledBy.computeIfAbsent(node.manager(), m -> new ArrayList<>()).add(node.id());
            }
        }
    }

    /** Whether there is such a department. */
    public boolean has(RecordId department) {
        return byId.containsKey(department);
    }

    /** Whether the department and those below it are the whole company. */
    public boolean isCompany(RecordId department) {
        return has(department) && downFrom(department).size() == byId.size();
    }

    /** Who leads the department. */
    public Optional<RecordId> leader(RecordId department) {
        return Optional.ofNullable(byId.get(department)).map(Node::manager);
    }

    /** The departments that the person leads. */
    public List<RecordId> ledBy(RecordId person) {
        return List.copyOf(ledBy.getOrDefault(person, List.of()));
    }

    /** The department and those above it, up to the top. */
    public Set<RecordId> upFrom(RecordId department) {
        Set<RecordId> path = new LinkedHashSet<>();
        RecordId at = department;
        // a circle, which the rules forbid, must not keep a request busy for ever
        while (at != null && path.add(at)) {
            Node node = byId.get(at);
            at = node == null ? null : node.parent();
        }
        return path;
    }

    /** The department and all those below it. */
    public Set<RecordId> downFrom(RecordId department) {
        Set<RecordId> tree = new LinkedHashSet<>();
        Deque<RecordId> open = new ArrayDeque<>(List.of(department));
        while (!open.isEmpty()) {
            RecordId next = open.removeFirst();
            if (tree.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return tree;
    }
}
