package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.RowLocks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Locks the records, holds the caller's version against theirs, and asks the gate. */
@Component
@Order(10)
class Authorize implements Step {
    private final Gate gate;
    private final RowLocks locks;

    Authorize(Gate gate, RowLocks locks) {
        this.gate = gate;
        this.locks = locks;
    }

    @Override
    public void apply(ChangeSet changes) {
        Rights rights = gate.rights(Acting.who(), changes.type());
        Map<RecordId, RowLocks.Locked> standing = locks.lock(changes);
        for (Change change : changes.changes()) {
            if (change.creates()) {
                mayCreate(change, rights);
            } else if (change.kind() != Change.Kind.RESTORE) {
                mayChange(change, standing.get(change.id()), changes.options().entitled());
            }
        }
    }

    private static void mayCreate(Change change, Rights rights) {
        boolean closed = change.type().is(ObjectTrait.READ_ONLY) && !change.trusted();
        if (!rights.create() || closed) {
            change.refuse(null, RecordsError.NOT_PERMITTED, change.type().name());
        }
    }

    private static void mayChange(Change change, RowLocks.@Nullable Locked locked, boolean entitled) {
        if (locked == null) {
            change.refuse(null, RecordsError.NOT_FOUND, change.type().name(), change.id());
            return;
        }
        change.stood(locked.row());
        boolean permitted = change.kind() == Change.Kind.DELETE ? locked.mayDelete() : entitled || locked.mayUpdate();
        boolean closed = change.type().is(ObjectTrait.READ_ONLY) && !change.trusted();
        boolean kept = change.type().is(ObjectTrait.KEPT) && change.kind() == Change.Kind.DELETE;
        Long expected = change.expectedVersion();
        if (!permitted || closed || kept) {
            change.refuse(null, RecordsError.NOT_PERMITTED, change.type().name());
        } else if (expected != null && expected != locked.row().version()) {
            change.refuse(null, RecordsError.STALE, expected, locked.row().version());
        }
    }
}
