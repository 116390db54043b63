package io.hemai.merging;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Holding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records that were merged stay, on either side, until the merge is undone: the one that is left stands for the others. */
@Component
class HeldByMerge implements Holding {
    private final Set<String> mergeable;
    private final Ledger ledger;

    HeldByMerge(List<Mergeable> mergeable, Ledger ledger) {
        this.mergeable = mergeable.stream().map(Mergeable::object).collect(Collectors.toSet());
        this.ledger = ledger;
    }

    @Override
    public Map<RecordId, ErrorCode> held(ObjectType type, Collection<RecordId> records) {
        Map<RecordId, ErrorCode> held = new HashMap<>();
        if (mergeable.contains(type.name())) {
            List<RecordId> all = List.copyOf(records);
            Acting.run(new SystemIdentity("merging", "undo"), () -> {
                for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
                    List<RecordId> some = all.subList(from, Math.min(from + Limits.IN_VALUES, all.size()));
                    ledger.absorbed(some).keySet().forEach(id -> held.put(id, MergeError.STANDING));
                    ledger.survivors(some).forEach(id -> held.put(id, MergeError.STANDING));
                }
            });
        }
        return held;
    }
}
