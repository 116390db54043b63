package io.hemai.records.transfer;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.AsTold;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Span;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.MassActTrail;
import io.hemai.records.store.RowLocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what one chunk of a mass act did, within the transaction that is open and the rights of who asked for it. Each record is
 * taken back whole or left whole; all are locked first, so that what is decided about them still holds when it is written.
 */
final class UndoChunk {
    private final UndoParts parts;
    private final RunContext with;
    private final MassActStore.Job job;
    private final ObjectType type;
    private final Rights rights;
    private final SystemIdentity system;
    private final Map<RecordId, Row> rows = new HashMap<>();
    private final Map<RecordId, Undone.Left> left = new LinkedHashMap<>();

    UndoChunk(UndoParts parts, RunContext with, MassActStore.Job job, ObjectType type) {
        this.parts = parts;
        this.with = with;
        this.job = job;
        this.type = type;
        this.rights = with.gate().rights(Acting.who(), type);
        this.system = new SystemIdentity(Acting.who().label(), "undo");
    }

    Undone takeBack(List<MassActTrail.Step> steps, Undone sofar, long place) {
        Set<RecordId> ids = steps.stream().map(MassActTrail.Step::record).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return sofar.more(place, 0, 0, List.of());
        }
        Acting.call(system, () -> with.records().lock(type, ids)).forEach((id, locked) -> rows.put(id, locked.row()));
        Map<RecordId, MassActTrail.Left> as = parts.trail().left(job.id(), job.object(), ids);
        Map<RecordId, Long> made = new LinkedHashMap<>();
        Map<RecordId, Map<String, Span>> changed = new LinkedHashMap<>();
        for (MassActTrail.Step step : steps) {
            MassActTrail.Left was = Objects.requireNonNull(as.get(step.record()));
            if (step.created()) {
                made.put(step.record(), was.entry());
            } else if (!was.created()) {
                Span.widen(
                        changed.computeIfAbsent(step.record(), r -> new LinkedHashMap<>()),
                        with.json().readTree(step.changes()));
            }
        }
        made.keySet().retainAll(rows.keySet());
        long deleted = takeAway(made, place);
        long restored = putBack(changed);
        return sofar.more(place, deleted, restored, List.copyOf(left.values()));
    }

    /** Records that the act made go unless somebody worked on them since, took them from its author, or what stays leads to them. */
    private long takeAway(Map<RecordId, Long> made, long place) {
        if (made.isEmpty()) {
            return 0;
        }
        Map<RecordId, Set<String>> since = since(made);
        Map<RecordId, RowLocks.Locked> seen = with.records().lock(type, made.keySet());
        Set<RecordId> going = new LinkedHashSet<>();
        for (RecordId id : made.keySet()) {
            RowLocks.Locked mine = seen.get(id);
            if (since.containsKey(id)) {
                changedSince(id, since.getOrDefault(id, Set.of()));
            } else if (mine == null || !mayTakeAway(mine)) {
                leave(id, RecordsError.NOT_PERMITTED, type.name());
            } else {
                going.add(id);
            }
        }
        holdBack(going, place);
        List<Change> deletes =
                going.stream().map(id -> Change.delete(type, id, null)).toList();
        Acting.run(system, () -> with.records().writeRowByRow(type, deletes, WriteOptions.USUAL));
        deletes.stream().filter(Change::isRefused).forEach(this::refused);
        return deletes.stream().filter(c -> !c.isRefused()).count();
    }

    /** Leaves those to which what stays leads; each that is left stays, too, and may hold another. */
    private void holdBack(Set<RecordId> going, long place) {
        Map<RecordId, Set<ObjectType>> held = Map.of();
        do {
            going.removeAll(held.keySet());
            held = going.isEmpty() ? Map.of() : parts.attached().staying(job.id(), type, place, going);
            held.forEach((id, objects) -> leave(id, attachedTo(objects)));
        } while (!held.isEmpty());
    }

    /** Who made records takes them back while they are in reach, whatever became of the right to delete. */
    private boolean mayTakeAway(RowLocks.Locked record) {
        return record.mayDelete() || (record.mayUpdate() && MassActs.own(job));
    }

    /** The fields that were changed after the act, of the records about which the journal tells anything more. */
    private Map<RecordId, Set<String>> since(Map<RecordId, Long> entries) {
        Map<RecordId, Set<String>> since = new HashMap<>();
        parts.trail()
                .after(job.object(), entries)
                .forEach(step -> since.computeIfAbsent(step.record(), r -> new LinkedHashSet<>())
                        .addAll(with.json().readTree(step.changes()).propertyNames()));
        return since;
    }

    private long putBack(Map<RecordId, Map<String, Span>> changed) {
        AsTold told = new AsTold(with.json(), with.contexts().current());
        FieldBack fields = new FieldBack(told, type, rights, parts.now()::isActive);
        List<Change> updates = new ArrayList<>();
        changed.forEach((id, spans) -> {
            Row row = rows.get(id);
            if (row == null) {
                leave(id, TransferError.UNDO_GONE);
                return;
            }
            switch (fields.of(row, spans)) {
                case FieldBack.Back(var values) when values.isEmpty() -> {}
                case FieldBack.Back(var values) -> updates.add(Change.update(type, id, null, values, true));
                case FieldBack.Changed(var names) -> changedSince(id, names);
                case FieldBack.Kept(var code) -> leave(id, code);
            }
        });
        return updates.isEmpty() ? 0 : new PutBack(with, type, system, this::refused).write(updates);
    }

    private void changedSince(RecordId id, Collection<String> fields) {
        left.putIfAbsent(id, new Undone.Left(id.toString(), label(id), List.copyOf(fields)));
    }

    private void refused(Change change) {
        leave(change.id(), change.problems());
    }

    private void leave(RecordId id, ErrorCode code, Object... args) {
        leave(id, List.of(Problem.of(null, code, args)));
    }

    private void leave(RecordId id, List<Problem> problems) {
        left.putIfAbsent(
                id,
                new Undone.Left(
                        id.toString(),
                        label(id),
                        List.of(),
                        Map.of(
                                "zh", reason(problems, Locale.SIMPLIFIED_CHINESE),
                                "en", reason(problems, Locale.ENGLISH))));
    }

    private @Nullable String label(RecordId id) {
        Row row = rows.get(id);
        return row == null ? null : row.label();
    }

    private String reason(List<Problem> problems, Locale reader) {
        return problems.stream()
                .map(problem -> with.texts().message(problem, reader))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Objects of which the person may read nothing are not named. */
    private List<Problem> attachedTo(Set<ObjectType> objects) {
        return objects.stream()
                .map(object -> with.gate().rights(Acting.who(), object).read().equals(Filter.none())
                        ? Problem.of(null, TransferError.UNDO_ATTACHED_UNSEEN)
                        : Problem.of(null, TransferError.UNDO_ATTACHED, object.plural()))
                .toList();
    }
}
