package io.hemai.merging;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Successors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A record that was merged goes on as the one that was left. */
@Component
class MergedInto implements Successors {
    private static final int MERGED_ON = 5;

    private final Merges merges;

    MergedInto(Merges merges) {
        this.merges = merges;
    }

    /** Follows records that were merged on, up to {@value #MERGED_ON} times. */
    @Override
    public Map<RecordId, RecordId> of(String object, Collection<RecordId> gone) {
        Map<RecordId, RecordId> into = new HashMap<>();
        gone.forEach(id -> into.put(id, id));
        for (int merged = 0; merged < MERGED_ON; merged++) {
            Map<RecordId, RecordId> next = next(List.copyOf(Set.copyOf(into.values())));
            if (next.isEmpty()) {
                break;
            }
            into.replaceAll((id, last) -> next.getOrDefault(last, last));
        }
        into.values().removeAll(gone);
        return into;
    }

    private Map<RecordId, RecordId> next(List<RecordId> records) {
        Map<RecordId, RecordId> next = new HashMap<>();
        for (int from = 0; from < records.size(); from += Limits.IN_VALUES) {
            merges.successors(records.subList(from, Math.min(from + Limits.IN_VALUES, records.size())))
                    .forEach((id, survivor) -> next.put(id, survivor.id()));
        }
        return next;
    }
}
