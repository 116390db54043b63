package io.hemai.merging;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Follows records that were merged from one to the next. */
@Component
class MergedOn {
    private final Ledger ledger;

    MergedOn(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A merge that a record went through.
     *
     * @param merge the merge
     * @param former the record that went
     * @param into the one that was left
     */
    record Step(RecordId merge, RecordId former, About into) {}

    /** The merges that each record went through, in their order, however many; those that went into none are left out. */
    Map<RecordId, List<Step>> steps(Collection<RecordId> gone) {
        Map<RecordId, Step> next = new HashMap<>();
        Set<RecordId> asked = new LinkedHashSet<>(gone);
        Set<RecordId> asking = new LinkedHashSet<>(gone);
        while (!asking.isEmpty()) {
            Map<RecordId, Step> found = next(List.copyOf(asking));
            next.putAll(found);
            asking.clear();
            found.values().stream()
                    .map(step -> step.into().id())
                    .filter(asked::add)
                    .forEach(asking::add);
        }
        Map<RecordId, List<Step>> steps = new LinkedHashMap<>();
        for (RecordId id : Set.copyOf(gone)) {
            List<Step> way = way(id, next);
            if (!way.isEmpty()) {
                steps.put(id, way);
            }
        }
        return steps;
    }

    private static List<Step> way(RecordId from, Map<RecordId, Step> next) {
        Set<RecordId> passed = new LinkedHashSet<>();
        List<Step> way = new ArrayList<>();
        for (Step step = next.get(from);
                step != null && passed.add(step.former());
                step = next.get(step.into().id())) {
            way.add(step);
        }
        return way;
    }

    private Map<RecordId, Step> next(List<RecordId> records) {
        Map<RecordId, Step> next = new HashMap<>();
        for (int from = 0; from < records.size(); from += Limits.IN_VALUES) {
            next.putAll(ledger.absorbed(records.subList(from, Math.min(from + Limits.IN_VALUES, records.size()))));
        }
        return next;
    }
}
