package io.hemai.processes;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people ticked of the lists of gates. */
@Component
class GateChecks {
    private final GateCheckObject check;
    private final ObjectProvider<Records> records;
    private final Clock clock;

    GateChecks(GateCheckObject check, ObjectProvider<Records> records, Clock clock) {
        this.check = check;
        this.records = records;
        this.clock = clock;
    }

    /** Those of the items that are ticked, by record; asks once for all, unless they are very many. */
    Map<RecordId, Set<String>> ticked(
            RecordId process, ObjectType type, Collection<RecordId> about, Collection<String> items) {
        Map<RecordId, Set<String>> ticked = new HashMap<>();
        List<RecordId> wanted =
                items.isEmpty() ? List.of() : about.stream().distinct().toList();
        int most = Math.clamp(Limits.BATCH / Math.max(1, items.size()), 1, Limits.IN_VALUES);
        for (int from = 0; from < wanted.size(); from += most) {
            List<RecordId> some = wanted.subList(from, Math.min(from + most, wanted.size()));
            all(process, type, some, check.item.in(List.copyOf(items)).and(check.done.is(true)))
                    .forEach(row -> ticked.computeIfAbsent(
                                    row.require(check.about).id(), id -> new HashSet<>())
                            .add(row.require(check.item)));
        }
        return ticked;
    }

    /** What stands about the items of one record, by item. */
    Map<String, Row> of(RecordId process, ObjectType type, RecordId about) {
        Map<String, Row> found = new HashMap<>();
        all(process, type, List.of(about), Filter.all()).forEach(row -> found.put(row.require(check.item), row));
        return found;
    }

    private List<Row> all(RecordId process, ObjectType type, List<RecordId> about, Filter which) {
        List<About> some = about.stream().map(id -> new About(type.name(), id)).toList();
        return Acting.call(
                LiveProcesses.LOOKING,
                () -> records.getObject()
                        .list(Query.of(check)
                                .where(check.process
                                        .is(process.toString())
                                        .and(check.about.in(some))
                                        .and(which))
                                .limit(Limits.BATCH)));
    }

    /** Ticks the item in the name of who acts, or takes that back. */
    void tick(RecordId process, ObjectType type, RecordId about, ProcessPlan.Item item, boolean done) {
        RecordId by = Acting.user().map(UserIdentity::user).orElse(null);
        SystemIdentity ticking = SystemIdentity.onBehalfOf(Acting.who(), "tick");
        Optional<Row> there = Optional.ofNullable(of(process, type, about).get(item.key()));
        Values values = Values.of(check.done, done).set(check.by, by).set(check.at, clock.instant());
        Acting.run(ticking, () -> {
            if (there.isPresent()) {
                records.getObject().update(check, there.get().id(), values);
            } else {
                values.set(check.name, item.text())
                        .set(check.about, new About(type.name(), about))
                        .set(check.process, process.toString())
                        .set(check.item, item.key());
                records.getObject().create(check, values);
            }
        });
    }
}
