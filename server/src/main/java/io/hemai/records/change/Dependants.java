package io.hemai.records.change;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Link;
import io.hemai.records.RecordsError;
import io.hemai.records.store.BinStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Finds what follows records that are deleted; an act that would take too much along is refused. */
@Component
class Dependants {
    /** How many records may still follow. */
    private static final ScopedValue<AtomicInteger> ROOM = ScopedValue.newInstance();

    private final BinStore bin;

    Dependants(BinStore bin) {
        this.bin = bin;
    }

    /** Counts all that follows in the work, and in what that leads to, as one act. */
    static void counted(Runnable work) {
        if (ROOM.isBound()) {
            work.run();
        } else {
            ScopedValue.where(ROOM, new AtomicInteger(Limits.DEPENDANTS)).run(work);
        }
    }

    /** Those that lead there by the link and are not going themselves, with the target of each. */
    Map<RecordId, RecordId> of(Link link, Set<RecordId> going) {
        AtomicInteger room = ROOM.get();
        Map<RecordId, RecordId> children = bin.children(link, going, room.get() + going.size() + 1);
        children.keySet().removeAll(going);
        if (room.addAndGet(-children.size()) < 0) {
            throw Refusal.of(RecordsError.TOO_MANY_DEPENDANTS, Limits.DEPENDANTS);
        }
        return children;
    }
}
