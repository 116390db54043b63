package io.hemai.automation.run;

import io.hemai.automation.AutomationError;
import io.hemai.automation.Outcome;
import io.hemai.automation.store.FlowRun;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the records that a loop goes through, of many runs at once. */
@Component
class FlowLoops {
    /** A loop goes through no more. */
    static final int MOST = 2_000;

    private final Records records;
    private final Metadata metadata;

    FlowLoops(Records records, Metadata metadata) {
        this.records = records;
        this.metadata = metadata;
    }

    /** Of each run the records, none where it has none; runs that are missing have their turn later, as so many would be too much at once. */
    Map<FlowRun, List<Row>> related(ObjectType type, Outcome.Each each, Map<FlowRun, Row> runs) {
        return each.object() == null
                ? ledTo(type.link(each.link()).orElseThrow(), each.which(), runs)
                : leadingTo(metadata.current().require(each.object()), each, runs);
    }

    /** The records that the runs' own lead to. */
    private Map<FlowRun, List<Row>> ledTo(Link link, Filter which, Map<FlowRun, Row> runs) {
        Map<FlowRun, RecordId> targets = new LinkedHashMap<>();
        runs.forEach((run, row) -> {
            RecordId target = row.value(link.field());
            if (target != null) {
                targets.put(run, target);
            }
        });
        Map<FlowRun, List<Row>> related = new HashMap<>();
        runs.keySet().forEach(run -> related.put(run, List.of()));
        if (targets.isEmpty()) {
            return related;
        }
        Set<RecordId> wanted = Set.copyOf(targets.values());
        Map<RecordId, Row> found = records
                .list(Query.of(link.target())
                        .where(CommonFields.ID.in(wanted).and(which))
                        .limit(wanted.size()))
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        targets.forEach((run, target) -> {
            Row row = found.get(target);
            if (row != null) {
                related.put(run, List.of(row));
            }
        });
        return related;
    }

    /** The records that lead to the runs' own. */
    private Map<FlowRun, List<Row>> leadingTo(ObjectType of, Outcome.Each each, Map<FlowRun, Row> runs) {
        Field<RecordId> link = of.link(each.link()).orElseThrow().field();
        Collection<RecordId> targets = runs.values().stream().map(Row::id).toList();
        List<Row> found = records.list(
                Query.of(of.name()).where(link.in(targets).and(each.which())).limit(MOST + 1));
        if (found.size() > MOST) {
            if (runs.size() == 1) {
                throw Refusal.of(AutomationError.TOO_MANY_RELATED, MOST);
            }
            FlowRun first = runs.keySet().iterator().next();
            return leadingTo(of, each, Map.of(first, Objects.requireNonNull(runs.get(first))));
        }
        Map<RecordId, List<Row>> by = new HashMap<>();
        found.forEach(row -> by.computeIfAbsent(Objects.requireNonNull(row.value(link)), id -> new ArrayList<>())
                .add(row));
        Map<FlowRun, List<Row>> related = new HashMap<>();
        runs.forEach((run, row) -> related.put(run, by.getOrDefault(row.id(), List.of())));
        return related;
    }
}
