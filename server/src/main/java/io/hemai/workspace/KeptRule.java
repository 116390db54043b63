package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a person keeps of a record that may be read is called like it, and is kept once; also where the record has become part of
 * another one that the person keeps already.
 */
abstract class KeptRule implements Rule, Reaction {
    private static final SystemIdentity TIDYING = new SystemIdentity("workspace", "keeps a record once");

    private final KeptRecord object;
    private final Records records;
    private final Metadata metadata;
    private final Labels labels;

    KeptRule(KeptRecord object, Records records, Metadata metadata, Labels labels) {
        this.object = object;
        this.records = records;
        this.metadata = metadata;
        this.labels = labels;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void apply(ChangeSet changes) {
        List<Change> made = changes.written().stream()
                .filter(change -> change.creates() && change.value(object.record) != null)
                .toList();
        Map<About, Row> rows = rows(made);
        Map<String, Change> byKey = new LinkedHashMap<>();
        for (Change change : made) {
            About record = about(change);
            Row row = rows.get(record);
            if (row == null) {
                change.refuse(object.record, WorkspaceError.RECORD_NOT_FOUND, record.object(), record.id());
                continue;
            }
            call(change, row);
            RecordId person = change.value(CommonFields.OWNER);
            if (person != null) {
                String key = KeptRecord.key(person, record);
                change.set(object.key, key);
                if (byKey.putIfAbsent(key, change) != null) {
                    change.refuse(
                            object.record,
                            WorkspaceError.KEPT_ALREADY,
                            row.type().label());
                }
            }
        }
        refuseKept(byKey);
        follow(moved(changes));
    }

    private List<Change> moved(ChangeSet changes) {
        return changes.written().stream()
                .filter(change -> change.kind() == Change.Kind.UPDATE && change.changes(object.record))
                .toList();
    }

    private String key(Change change) {
        return KeptRecord.key(Objects.requireNonNull(change.value(CommonFields.OWNER)), about(change));
    }

    /** The key leads where the record leads, unless the person keeps that record already. */
    private void follow(List<Change> moved) {
        if (moved.isEmpty()) {
            return;
        }
        Set<String> taken = kept(moved.stream().map(this::key).toList());
        moved.stream().filter(change -> taken.add(key(change))).forEach(change -> change.set(object.key, key(change)));
    }

    @Override
    public final void after(ChangeSet written) {
        List<Change> twice = moved(written).stream()
                .filter(change -> !key(change).equals(change.value(object.key)))
                .map(change -> Change.delete(change.type(), change.id(), null))
                .toList();
        if (!twice.isEmpty()) {
            Acting.run(TIDYING, () -> records.write(written.type(), twice, WriteOptions.USUAL));
        }
    }

    /** Those of the keys by which something is kept already. */
    private Set<String> kept(Collection<String> keys) {
        List<String> asked = List.copyOf(keys);
        Set<String> kept = new HashSet<>();
        for (int from = 0; from < asked.size(); from += Limits.IN_VALUES) {
            List<String> some = asked.subList(from, Math.min(from + Limits.IN_VALUES, asked.size()));
            records.list(Query.of(object).where(object.key.in(some)).limit(some.size()))
                    .forEach(row -> kept.add(row.require(object.key)));
        }
        return kept;
    }

    private About about(Change change) {
        return Objects.requireNonNull(change.value(object.record));
    }

    /** A record whose name is hidden is called after what it is. */
    private void call(Change change, Row row) {
        Field<String> label = object.label();
        if (change.value(label) == null) {
            String called = labels.of(row);
            change.set(label, called.isBlank() ? row.type().name() : called);
        }
    }

    private Map<About, Row> rows(List<Change> made) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        made.forEach(change -> wanted.computeIfAbsent(about(change).object(), o -> new HashSet<>())
                .add(about(change).id()));
        Map<About, Row> rows = new HashMap<>();
        wanted.forEach((name, ids) ->
                AnyRecords.rows(records, metadata, name, ids).forEach((id, row) -> rows.put(new About(name, id), row)));
        return rows;
    }

    /** The database holds it in any case; this says it better. */
    private void refuseKept(Map<String, Change> byKey) {
        if (byKey.isEmpty()) {
            return;
        }
        kept(byKey.keySet()).forEach(key -> {
            Change again = Objects.requireNonNull(byKey.get(key));
            again.refuse(
                    object.record,
                    WorkspaceError.KEPT_ALREADY,
                    metadata.current().require(about(again).object()).label());
        });
    }
}
