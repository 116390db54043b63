package io.hemai.records.transfer;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.WriteOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields of records as they were, as far as who takes an act back may change the records: as they stand, or as they are
 * again once their owner and department are put back, since an act such as assigning takes records out of its own author's reach.
 */
final class PutBack {
    private static final Set<String> BELONGING = Set.of(CommonFields.OWNER.name(), CommonFields.DEPARTMENT.name());
    private static final int AT_ONCE = 500;

    private final RunContext with;
    private final ObjectType type;
    private final Consumer<Change> left;

    /**
     * @param left told of each change that is refused
     */
    PutBack(RunContext with, ObjectType type, Consumer<Change> left) {
        this.with = with;
        this.type = type;
        this.left = left;
    }

    /** How many of the updates could be made. */
    long write(List<Change> updates) {
        Set<RecordId> inReach = inReach(updates);
        List<Change> away =
                updates.stream().filter(c -> !inReach.contains(c.id())).toList();
        Set<RecordId> returning = away.isEmpty() ? Set.of() : returning(away);
        List<Change> all = new ArrayList<>();
        List<Change> belonging = new ArrayList<>();
        for (Change update : updates) {
            if (inReach.contains(update.id())) {
                all.add(update);
            } else if (returning.contains(update.id())) {
                belonging.add(part(update, true));
                all.add(part(update, false));
            } else {
                update.refuse(null, RecordsError.NOT_PERMITTED, type.name());
                left.accept(update);
            }
        }
        returned(belonging);
        all.removeIf(change -> change.input().isEmpty());
        made(all);
        List<Change> refused = all.stream().filter(Change::isRefused).toList();
        refused.forEach(left);
        return (long) inReach.size() + returning.size() - refused.size();
    }

    /** Those that would be in reach if they belonged to whom they belonged before. */
    private Set<RecordId> returning(List<Change> away) {
        List<Change> belonging = away.stream()
                .map(change -> part(change, true))
                .filter(change -> !change.input().isEmpty())
                .toList();
        try {
            return with.transactions().nested(() -> {
                returned(belonging);
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

    private void returned(List<Change> belonging) {
        if (!belonging.isEmpty()) {
            Acting.run(new SystemIdentity(Acting.who().label(), "undo"), () -> made(belonging));
        }
    }

    private void made(List<Change> changes) {
        if (!changes.isEmpty()) {
            with.records().write(type, changes, WriteOptions.USUAL.rowByRow().allowingDuplicates());
        }
    }

    /** The records that who acts may change. */
    private Set<RecordId> inReach(List<Change> changes) {
        Rights rights = with.gate().rights(Acting.who(), type);
        Set<RecordId> inReach = new HashSet<>();
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            List<RecordId> some = changes.subList(from, Math.min(from + AT_ONCE, changes.size())).stream()
                    .map(Change::id)
                    .toList();
            with.records()
                    .list(Query.of(type.name())
                            .where(CommonFields.ID.in(some).and(rights.update()))
                            .limit(AT_ONCE))
                    .forEach(row -> inReach.add(row.id()));
        }
        return inReach;
    }

    /** The part of a change that says to whom the record belongs, or the other. */
    private Change part(Change update, boolean belonging) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>(update.input());
        part.keySet().removeIf(name -> BELONGING.contains(name) != belonging);
        return Change.update(type, update.id(), null, part, true);
    }
}
