package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.RowLocks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields of records as they were, each record whole or not at all, as far as who takes an act back may change the records: as
 * they stand, or as they are again once their owner and department are put back, since an act such as assigning takes records out of
 * its own author's reach.
 */
final class PutBack {
    private static final Set<String> BELONGING = Set.of(CommonFields.OWNER.name(), CommonFields.DEPARTMENT.name());
    private static final WriteOptions OPTIONS =
            WriteOptions.USUAL.allowingDuplicates().exactly();

    private final RunContext with;
    private final ObjectType type;
    private final SystemIdentity system;
    private final Consumer<Change> left;

    /**
     * @param left told of each change that is refused
     */
    PutBack(RunContext with, ObjectType type, SystemIdentity system, Consumer<Change> left) {
        this.with = with;
        this.type = type;
        this.system = system;
        this.left = left;
    }

    /** How many of the updates could be made. */
    long write(List<Change> updates) {
        Set<RecordId> inReach = inReach(updates);
        List<Change> near =
                updates.stream().filter(c -> inReach.contains(c.id())).toList();
        List<Change> away =
                updates.stream().filter(c -> !inReach.contains(c.id())).toList();
        Set<RecordId> returning = returning(away);
        List<Change> back =
                away.stream().filter(c -> returning.contains(c.id())).toList();
        away.stream().filter(c -> !returning.contains(c.id())).forEach(gone -> {
            gone.refuse(null, RecordsError.NOT_PERMITTED, type.name());
            left.accept(gone);
        });
        // a record comes back in one piece, and only Hemai may write what its author does not reach yet
        return made(near) + Acting.call(system, () -> made(back));
    }

    private long made(List<Change> changes) {
        with.records().writeRowByRow(type, changes, OPTIONS);
        List<Change> refused = changes.stream().filter(Change::isRefused).toList();
        refused.forEach(left);
        return (long) changes.size() - refused.size();
    }

    /** Those that would be in reach if they belonged to whom they belonged before. */
    private Set<RecordId> returning(List<Change> away) {
        List<Change> belonging = away.stream()
                .map(this::belonging)
                .filter(change -> !change.input().isEmpty())
                .toList();
        if (belonging.isEmpty()) {
            return Set.of();
        }
        try {
            return with.transactions().nested(() -> {
                Acting.run(system, () -> with.records().writeRowByRow(type, belonging, OPTIONS));
                throw new Tried(inReach(belonging));
            });
        } catch (Tried tried) {
            return tried.inReach;
        }
    }

    private static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Set<RecordId> inReach;

        Tried(Set<RecordId> inReach) {
            super("tried", null, false, false);
            this.inReach = inReach;
        }
    }

    /** The records that who acts may change. */
    private Set<RecordId> inReach(Collection<Change> changes) {
        return with.records().lock(type, changes.stream().map(Change::id).toList()).entrySet().stream()
                .filter(locked -> locked.getValue().mayUpdate())
                .map(Map.Entry<RecordId, RowLocks.Locked>::getKey)
                .collect(Collectors.toSet());
    }

    /** The part of a change that says to whom the record belongs. */
    private Change belonging(Change update) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>(update.input());
        part.keySet().retainAll(BELONGING);
        return Change.update(type, update.id(), null, part, true);
    }
}
