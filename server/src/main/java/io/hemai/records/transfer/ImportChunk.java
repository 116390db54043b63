package io.hemai.records.transfer;

import io.hemai.kernel.Problem;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.MassActStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of a chunk; everything within the transaction that is open. */
final class ImportChunk {
    private final ObjectType type;
    private final ImportSettings settings;
    private final Matching matching;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final RunContext with;
    private final Repeated repeated;
    private final boolean past;
    private Notes notes = new Notes();

    ImportChunk(
            ObjectType type,
            ImportSettings settings,
            Matching matching,
            List<Target> targets,
            RunContext with,
            Repeated repeated,
            boolean past) {
        this.type = type;
        this.settings = settings;
        this.matching = matching;
        this.with = with;
        this.repeated = repeated;
        this.past = past;
        targets.forEach(t -> this.targets.put(t.field().name(), t));
    }

    /**
     * Writes what can be written; the rest knows afterwards what is wrong with it.
     *
     * @param told takes in what else is to be told
     */
    MassActStore.Counts write(List<ImportedRow> rows, Notes told) {
        notes = told;
        List<ImportedRow> fit = rows.stream().filter(r -> !r.isUnfit()).toList();
        fit.forEach(r -> r.refused(List.of()));
        Map<ImportedRow, List<Row>> matches = matching.records(fit);
        Map<ImportedRow, Change> changes = new LinkedHashMap<>();
        long unchanged = 0;
        for (ImportedRow row : fit) {
            List<Row> same = matches.getOrDefault(row, List.of());
            Change change = change(row, same);
            if (change != null) {
                changes.put(row, change);
            } else if (!row.isRefused()) {
                row.became(same.getFirst().id());
                row.tell(notes);
                unchanged++;
            }
        }
        if (!changes.isEmpty()) {
            with.records().write(type, List.copyOf(changes.values()), options());
            changes.forEach(this::tellRepeated);
            repeated.remember(
                    changes.values().stream().filter(c -> !c.isRefused()).toList());
        }
        return counted(rows, changes, unchanged);
    }

    private WriteOptions options() {
        WriteOptions noting = WriteOptions.USUAL.rowByRow().noting();
        WriteOptions options = settings.skipsDuplicates() ? noting : noting.allowingDuplicates();
        return past ? options.bringingPast() : options;
    }

    /** A row that is likely there already is counted, or left out. */
    private void tellRepeated(ImportedRow row, Change change) {
        if (change.isRefused()) {
            return;
        }
        repeated.by(change).ifPresent(field -> {
            ImportedRow.Found found = placed(row, Problem.of(field.name(), RecordsError.DUPLICATE, field.name()));
            if (settings.skipsDuplicates()) {
                change.refuse(found.problem());
            } else {
                notes.repeats(
                        row.line(),
                        Objects.requireNonNullElse(found.column(), field.name()),
                        Objects.requireNonNullElse(found.value(), ""));
            }
        });
    }

    /** Null when the row is refused, or when the record is already as the row says. */
    private @Nullable Change change(ImportedRow row, List<Row> same) {
        TransferError wrong = mismatch(row, same);
        if (wrong != null) {
            Object told = same.size() == 1 ? called(same.getFirst()) : same.size();
            row.refused(List.of(new ImportedRow.Found(null, null, Problem.of(null, wrong, told))));
            return null;
        }
        if (same.isEmpty()) {
            leaveToNobody(row);
            return Change.create(type, row.values(), false).ofValues();
        }
        Row record = same.getFirst();
        Map<String, @Nullable Object> news = new LinkedHashMap<>(row.values());
        news.entrySet().removeIf(each -> stays(row, record, type.requireField(each.getKey()), each.getValue()));
        return news.isEmpty()
                ? null
                : Change.update(type, record.id(), null, news, false).ofValues();
    }

    /** Where the constant for it is empty, new records are not the importing person's but nobody's. */
    private void leaveToNobody(ImportedRow row) {
        String owner = CommonFields.OWNER.name();
        Target target = targets.get(owner);
        if (target != null && target.isEmptyConstant()) {
            row.values().put(owner, null);
        }
    }

    /** What the importing person may know it by. */
    private String called(Row record) {
        String label = with.labels().of(record);
        return label.isEmpty() ? record.id().toString() : label;
    }

    /** When and by whom a record was made has no history, so nothing could take a change of it back. */
    private boolean stays(ImportedRow row, Row record, Field<?> field, @Nullable Object value) {
        Object now = record.value(field);
        boolean same = Lookup.same(field, value).equals(Lookup.same(field, now));
        if (!CommonFields.kept(field)) {
            return same;
        }
        if (!same && !sameSecond(value, now)) {
            Target target = Objects.requireNonNull(targets.get(field.name()));
            notes.warn(row.line(), target.column(), TransferError.KEPT, target.text(row.cells()));
        }
        return true;
    }

    /** Exports tell moments to the second. */
    private static boolean sameSecond(@Nullable Object one, @Nullable Object other) {
        return one instanceof Instant a && other instanceof Instant b && a.getEpochSecond() == b.getEpochSecond();
    }

    private @Nullable TransferError mismatch(ImportedRow row, List<Row> same) {
        if (same.size() > 1) {
            return TransferError.SEVERAL_MATCHES;
        }
        if (same.isEmpty() && matching.namesRecord(row)) {
            return TransferError.NO_SUCH_RECORD;
        }
        return switch (settings.mode()) {
            case CREATE -> same.isEmpty() ? null : TransferError.EXISTS;
            case UPDATE -> same.isEmpty() ? TransferError.NO_MATCH : null;
            case UPSERT -> null;
        };
    }

    private MassActStore.Counts counted(List<ImportedRow> rows, Map<ImportedRow, Change> changes, long unchanged) {
        long created = 0;
        long updated = 0;
        for (Map.Entry<ImportedRow, Change> each : changes.entrySet()) {
            Change change = each.getValue();
            if (change.isRefused()) {
                each.getKey()
                        .refused(change.problems().stream()
                                .map(p -> placed(each.getKey(), p))
                                .toList());
            } else {
                each.getKey().became(change.id());
                each.getKey().tell(notes);
                created += change.creates() ? 1 : 0;
                updated += change.creates() ? 0 : 1;
            }
        }
        long failed = rows.stream().filter(ImportedRow::isRefused).count();
        long processed = rows.stream().mapToLong(ImportedRow::fileRows).sum();
        return new MassActStore.Counts(processed, created, updated, unchanged, failed);
    }

    /** A problem of a field, told of the cell that filled it. */
    ImportedRow.Found placed(ImportedRow row, Problem found) {
        Problem problem = found.code() == RecordsError.DUPLICATE
                ? Problem.of(found.field(), TransferError.DUPLICATE_SKIPPED)
                : found;
        Target target = problem.field() == null ? null : targets.get(problem.field());
        if (target == null) {
            return new ImportedRow.Found(problem.field(), null, problem);
        }
        return new ImportedRow.Found(target.column(), target.text(row.cells()), problem);
    }
}
