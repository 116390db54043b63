package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.AsTold;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.LinkGraph;
import io.hemai.records.store.RowLocks;
import io.hemai.records.store.WorkTrail;
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
 * Takes back what work did to some records, within the transaction that is open and the rights of who asked for it. Each record is
 * taken back whole or left whole; all are locked first, so that what is decided about them still holds when it is written.
 */
final class UndoChunk {
    private final UndoParts parts;
    private final RunContext with;
    private final WorkTrail.Work work;
    private final boolean own;
    private final ObjectType type;
    private final SystemIdentity system;
    private final List<RecordId> ids;
    private final Map<RecordId, Row> rows = new LinkedHashMap<>();
    private final Map<RecordId, Undone.Left> left = new LinkedHashMap<>();

    /**
     * Of the work, those.
     *
     * @param own whether it was the doing of who takes it back
     */
    UndoChunk(UndoParts parts, RunContext with, WorkTrail.Work work, boolean own, ObjectType type, List<RecordId> ids) {
        this.parts = parts;
        this.with = with;
        this.work = work;
        this.own = own;
        this.type = type;
        this.ids = ids;
        this.system = SystemIdentity.onBehalfOf(Acting.who(), "undo");
        Map<RecordId, RowLocks.Locked> locked =
                Acting.call(system, () -> with.records().lock(type, ids));
        ids.stream()
                .filter(locked::containsKey)
                .forEach(id ->
                        rows.put(id, Objects.requireNonNull(locked.get(id)).row()));
    }

    /** Those that stay. */
    Map<RecordId, Undone.Left> left() {
        return left;
    }

    /**
     * Records that the work made go unless somebody else worked on them, took them from its author, or what stays leads to them.
     *
     * @return how many went
     */
    long takeAway() {
        // a record that is gone by another's doing may come back, so it is left as well
        parts.held(type, ids).forEach(this::leave);
        Map<RecordId, Set<String>> others = others();
        Map<RecordId, RowLocks.Locked> seen = with.records().lock(type, rows.keySet());
        Set<RecordId> going = new LinkedHashSet<>();
        for (RecordId id : rows.keySet()) {
            RowLocks.Locked mine = seen.get(id);
            if (left.containsKey(id)) {
                continue;
            }
            if (others.containsKey(id)) {
                changedSince(id, others.getOrDefault(id, Set.of()));
            } else if (mine == null || !mayTakeAway(mine)) {
                leave(id, RecordsError.NOT_PERMITTED, type.name());
            } else {
                going.add(id);
            }
        }
        LinkGraph links = parts.records().among(type, rows.keySet());
        parts.attached().staying(work, type, going).forEach(this::attached);
        return delete(going, links);
    }

    /** One that is refused stays as others do and holds what it leads to; then the rest is tried again. */
    private long delete(Set<RecordId> wanted, LinkGraph links) {
        links.from(left.keySet()).stream().filter(wanted::contains).forEach(id -> attached(id, Set.of(type)));
        List<Change> deletes = wanted.stream()
                .filter(id -> !left.containsKey(id))
                .map(id -> Change.delete(type, id, null))
                .toList();
        try {
            return with.transactions().nested(() -> {
                Acting.run(system, () -> with.records().writeRowByRow(type, deletes, WriteOptions.USUAL));
                List<Change> refused =
                        deletes.stream().filter(Change::isRefused).toList();
                refused.forEach(this::refused);
                if (links.anyFrom(refused.stream().map(Change::id).toList())) {
                    throw new Torn();
                }
                return (long) deletes.size() - refused.size();
            });
        } catch (Torn some) {
            return delete(wanted, links);
        }
    }

    private static final class Torn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Torn() {
            super("what is left would lose what it leads to", null, false, false);
        }
    }

    /** Who made records takes them back while they are in reach, whatever became of the right to delete. */
    private boolean mayTakeAway(RowLocks.Locked record) {
        return record.mayDelete() || (record.mayUpdate() && own);
    }

    /** The fields that others than the work changed, of the records about which the journal tells anything more. */
    private Map<RecordId, Set<String>> others() {
        Map<RecordId, Set<String>> others = new HashMap<>();
        parts.trail()
                .others(work, type.name(), rows.keySet())
                .forEach(step -> others.computeIfAbsent(step.record(), r -> new LinkedHashSet<>())
                        .addAll(with.json().readTree(step.changes()).propertyNames()));
        return others;
    }

    /**
     * Records that the work changed get their former values.
     *
     * @return how many did
     */
    long putBack() {
        Map<RecordId, Deed> deeds = new HashMap<>();
        AsTold told = new AsTold(with.json(), with.contexts().current());
        parts.trail()
                .steps(work, type.name(), ids)
                .forEach(step -> deeds.computeIfAbsent(step.record(), r -> new Deed(told, type))
                        .and(with.json().readTree(step.changes())));
        Map<RecordId, Boolean> gone = new HashMap<>();
        FieldBack fields = new FieldBack(
                told,
                type,
                with.gate().rights(Acting.who(), type),
                owner -> gone.computeIfAbsent(owner, parts.people()::hasLeft));
        List<Change> updates = new ArrayList<>();
        for (RecordId id : ids) {
            Row row = rows.get(id);
            if (row == null) {
                leave(id, TransferError.UNDO_GONE);
                continue;
            }
            switch (fields.of(row, Objects.requireNonNull(deeds.get(id)))) {
                case FieldBack.Back(var values) when values.isEmpty() -> {}
                case FieldBack.Back(var values) -> updates.add(Change.update(type, id, null, values, true));
                case FieldBack.Changed(var names) -> changedSince(id, names);
                case FieldBack.Kept(var code) -> leave(id, code);
            }
        }
        return updates.isEmpty() ? 0 : new PutBack(with, type, system, this::refused).write(updates);
    }

    private void changedSince(RecordId id, Collection<String> fields) {
        leave(id, List.copyOf(fields), null, null, null);
    }

    private void leave(RecordId id, ErrorCode code, Object... args) {
        leave(id, List.of(), texts(List.of(Problem.of(null, code, args))), null, null);
    }

    private void attached(RecordId id, Set<ObjectType> objects) {
        leave(
                id,
                List.of(),
                null,
                objects.stream().map(ObjectType::name).sorted().toList(),
                null);
    }

    private void refused(Change change) {
        leave(change.id(), List.of(), null, null, texts(change.problems()));
    }

    private void leave(
            RecordId id,
            List<String> fields,
            @Nullable Map<String, String> reasons,
            @Nullable List<String> attached,
            @Nullable Map<String, String> refused) {
        Row row = rows.get(id);
        String label = row == null ? null : row.label();
        left.putIfAbsent(id, new Undone.Left(id.toString(), label, fields, reasons, attached, refused));
    }

    private Map<String, String> texts(List<Problem> problems) {
        return Map.of("zh", text(problems, Locale.SIMPLIFIED_CHINESE), "en", text(problems, Locale.ENGLISH));
    }

    private String text(List<Problem> problems, Locale reader) {
        return problems.stream()
                .map(problem -> with.texts().message(problem, reader))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
