package io.hemai.records.change;

import io.hemai.metadata.Metadata;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.Referrers;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses to delete what other records need. */
@Component
@Order(55)
class CheckDeletes implements Step {
    private final Referrers referrers;
    private final Metadata metadata;

    CheckDeletes(Referrers referrers, Metadata metadata) {
        this.referrers = referrers;
        this.metadata = metadata;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> going = changes.sound(Change.Kind.DELETE);
        if (going.isEmpty()) {
            return;
        }
        referrers
                .restricting(changes.type(), going)
                .forEach((change, all) -> all.forEach(held -> change.refuse(
                        null,
                        RecordsError.LINKED,
                        metadata.current().require(held.object()).plural(),
                        held.count())));
    }
}
