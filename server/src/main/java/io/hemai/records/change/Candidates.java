package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.store.Labels;
import io.hemai.records.store.NameSight;
import io.hemai.records.store.RowReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Says which records a refused one resembles: whole to those who may read them, to others a mask and the department that has
 * them, so that colleagues find each other without the data being told.
 */
@Component
class Candidates {
    /** More would help nobody to decide. */
    private static final int MOST = 20;

    private static final SystemIdentity NAMING = new SystemIdentity("duplicates", "names what is alike");

    private final Metadata metadata;
    private final Gate gate;
    private final RowReader reader;
    private final Labels labels;

    Candidates(Metadata metadata, Gate gate, RowReader reader, Labels labels) {
        this.metadata = metadata;
        this.gate = gate;
        this.reader = reader;
        this.labels = labels;
    }

    /** Puts what is alike beside what is refused. */
    void tell(ChangeSet changes) {
        Map<String, Set<RecordId>> alike = new LinkedHashMap<>();
        int told = 0;
        for (Change change : changes.changes()) {
            for (Change.Alike one : change.alike()) {
                if (told < MOST
                        && alike.computeIfAbsent(one.object(), o -> new TreeSet<>())
                                .add(one.id())) {
                    told++;
                }
            }
        }
        List<Map<String, Object>> candidates = new ArrayList<>();
        alike.forEach(
                (object, ids) -> candidates.addAll(described(metadata.current().require(object), ids)));
        changes.changes().stream().filter(c -> !c.alike().isEmpty()).findFirst().ifPresent(c -> c.tell(candidates));
    }

    private List<Map<String, Object>> described(ObjectType type, Set<RecordId> ids) {
        boolean none = !mayRead() || gate.rights(Acting.who(), type).read().equals(Filter.none());
        Map<RecordId, Row> readable = none ? Map.of() : rows(type, ids);
        Map<RecordId, Row> all = Acting.call(NAMING, () -> rows(type, ids));
        Map<RecordId, String> departments = departments(all.values().stream().toList());
        NameSight names = labels.names(type);
        return all.values().stream()
                .map(row -> describe(row, names, readable.containsKey(row.id()), departments))
                .toList();
    }

    /** A token that is for writing only learns no more than who may not read the record. */
    private static boolean mayRead() {
        return Acting.user()
                .map(user -> user.scopes().contains(Scope.RECORDS_READ))
                .orElse(true);
    }

    private static Map<String, Object> describe(
            Row row, NameSight names, boolean readable, Map<RecordId, String> departments) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("object", row.type().name());
        if (readable) {
            told.put("id", row.id().toString());
            told.put("label", names.shown(row.label()));
        } else {
            told.put("label", names.mask().shown(row.label()));
        }
        department(row).map(departments::get).ifPresent(label -> told.put("department", label));
        return told;
    }

    private Map<RecordId, String> departments(List<Row> rows) {
        Optional<ObjectType> department = metadata.current().find("department");
        List<RecordId> ids =
                rows.stream().flatMap(row -> department(row).stream()).toList();
        Map<RecordId, String> called = new HashMap<>();
        if (department.isPresent() && !ids.isEmpty()) {
            NameSight names = labels.names(department.get());
            Acting.call(NAMING, () -> rows(department.get(), ids))
                    .forEach((id, row) -> called.put(id, names.shown(row.label())));
        }
        return called;
    }

    private static Optional<RecordId> department(Row row) {
        return row.type().is(ObjectTrait.OWNED)
                ? Optional.ofNullable(row.value(CommonFields.DEPARTMENT))
                : Optional.empty();
    }

    private Map<RecordId, Row> rows(ObjectType type, Collection<RecordId> ids) {
        Map<RecordId, Row> found = new LinkedHashMap<>();
        reader.rows(Query.of(type.name()).where(CommonFields.ID.in(ids)).limit(MOST))
                .forEach(row -> found.put(row.id(), row));
        return found;
    }
}
