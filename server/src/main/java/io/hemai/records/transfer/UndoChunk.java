package io.hemai.records.transfer;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Change;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.MassActTrail;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/** Takes back what one chunk of a mass act did, within the transaction that is open and the rights of who asked for it. */
final class UndoChunk {
    private final RunContext with;
    private final MassActTrail trail;
    private final MassActStore.Job job;
    private final ObjectType type;
    private final ValueContext context;
    private final Rights rights;
    private final SystemIdentity system;
    private final Map<RecordId, Row> rows = new HashMap<>();
    private final Map<RecordId, Undone.Left> left = new LinkedHashMap<>();

    UndoChunk(RunContext with, MassActTrail trail, MassActStore.Job job, ObjectType type) {
        this.with = with;
        this.trail = trail;
        this.job = job;
        this.type = type;
        this.context = with.contexts().current();
        this.rights = with.gate().rights(Acting.who(), type);
        this.system = new SystemIdentity(Acting.who().label(), "undo");
    }

    Undone takeBack(List<MassActTrail.Step> steps, Undone sofar, long place) {
        List<RecordId> ids =
                steps.stream().map(MassActTrail.Step::record).distinct().toList();
        if (ids.isEmpty()) {
            return sofar.more(place, 0, 0, List.of());
        }
        Acting.call(system, () -> with.lookup().rows(type, CommonFields.ID, ids))
                .forEach(r -> rows.put(r.id(), r));
        Map<RecordId, MassActTrail.Left> as = trail.left(job.id(), job.object(), ids);
        List<Change> deletes = new ArrayList<>();
        Map<RecordId, Long> touched = new LinkedHashMap<>();
        List<Change> updates = new ArrayList<>();
        Map<RecordId, Map<String, Span>> changed = new LinkedHashMap<>();
        for (MassActTrail.Step step : steps) {
            Row row = rows.get(step.record());
            MassActTrail.Left was = as.get(step.record());
            if (row == null || was == null) {
                continue;
            }
            if (step.created()) {
                if (row.version() == was.version()) {
                    deletes.add(Change.delete(type, row.id(), null));
                } else {
                    touched.put(row.id(), was.version());
                }
            } else if (!was.created()) {
                span(step, changed.computeIfAbsent(step.record(), r -> new LinkedHashMap<>()));
            }
        }
        leave(touched);
        changed.forEach((id, spans) -> putBack(Objects.requireNonNull(rows.get(id)), spans, updates));
        // who made records takes them back, whatever became of the right to delete
        long deleted = Acting.call(system, () -> write(deletes));
        long restored = updates.isEmpty() ? 0 : new PutBack(with, type, this::refused).write(updates);
        return sofar.more(place, deleted, restored, List.copyOf(left.values()));
    }

    /** Records that the act made and somebody changed since, by the versions in which it had left them. */
    private void leave(Map<RecordId, Long> touched) {
        if (touched.isEmpty()) {
            return;
        }
        Map<RecordId, Set<String>> since = new HashMap<>();
        trail.after(job.object(), touched)
                .forEach(step -> since.computeIfAbsent(step.record(), r -> new LinkedHashSet<>())
                        .addAll(with.json().readTree(step.changes()).propertyNames()));
        touched.keySet()
                .forEach(id ->
                        leave(Objects.requireNonNull(rows.get(id)), List.copyOf(since.getOrDefault(id, Set.of()))));
    }

    /** A field before the chunk and after it, however often the chunk changed it. */
    private record Span(JsonNode before, JsonNode after) {}

    /** Steps come the last first. */
    private void span(MassActTrail.Step step, Map<String, Span> spans) {
        with.json().readTree(step.changes()).propertyStream().forEach(change -> {
            JsonNode before = change.getValue().get(0);
            spans.merge(
                    change.getKey(),
                    new Span(before, change.getValue().get(1)),
                    (later, earlier) -> new Span(before, later.after()));
        });
    }

    private void putBack(Row row, Map<String, Span> spans, List<Change> updates) {
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        List<String> since = new ArrayList<>();
        spans.forEach((name, span) -> type.field(name).ifPresent(field -> {
            if (mayWrite(field) && stands(row, field, span.after())) {
                back.put(field.name(), value(field, span.before()));
            } else {
                since.add(field.name());
            }
        }));
        if (!back.isEmpty()) {
            updates.add(Change.update(type, row.id(), null, back, true));
        }
        if (!since.isEmpty()) {
            leave(row, since);
        }
    }

    /** What rules and verbs keep follows the act that they followed. */
    private boolean mayWrite(Field<?> field) {
        return field.has(Trait.READ_ONLY) || rights.on(field) == FieldRight.WRITE;
    }

    private <T> boolean stands(Row row, Field<T> field, JsonNode after) {
        return Lookup.same(field, row.value(field)).equals(Lookup.same(field, value(field, after)));
    }

    private <T> @Nullable Object value(Field<T> field, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        Object plain = with.json().treeToValue(json, Object.class);
        return field.type().coerce(plain, context) instanceof Coerced.Good<T>(var value) ? value : null;
    }

    /** One that cannot be taken back stays; the others are. */
    private long write(List<Change> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        with.records().write(type, changes, WriteOptions.USUAL.rowByRow().allowingDuplicates());
        changes.stream().filter(Change::isRefused).forEach(this::refused);
        return changes.stream().filter(c -> !c.isRefused()).count();
    }

    private void refused(Change change) {
        left.putIfAbsent(
                change.id(),
                new Undone.Left(
                        change.id().toString(),
                        Objects.requireNonNull(rows.get(change.id())).label(),
                        List.of(),
                        Map.of(
                                "zh", reason(change, Locale.SIMPLIFIED_CHINESE),
                                "en", reason(change, Locale.ENGLISH))));
    }

    private String reason(Change refused, Locale reader) {
        return refused.problems().stream()
                .map(problem -> with.texts().message(problem, reader))
                .collect(Collectors.joining(" "));
    }

    private void leave(Row row, List<String> fields) {
        left.putIfAbsent(row.id(), new Undone.Left(row.id().toString(), row.label(), fields));
    }
}
