package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.GivenFlows;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps given flows as flows like all others, by their verbs. */
@Component
final class KeptFlows implements GivenFlows {
    /** What can be stopped. */
    private static final Set<FlowStatus> AT_WORK = Set.of(FlowStatus.ACTIVE, FlowStatus.PAUSED);

    private final FlowObject flow;
    private final PublishFlow publish;
    private final PauseFlow pause;
    private final StopFlow stop;
    private final StartByHand byHand;
    private final Records records;

    KeptFlows(
            FlowObject flow, PublishFlow publish, PauseFlow pause, StopFlow stop, StartByHand byHand, Records records) {
        this.flow = flow;
        this.publish = publish;
        this.pause = pause;
        this.stop = stop;
        this.byHand = byHand;
        this.records = records;
    }

    @Override
    public void keep(String origin, String object, List<Wanted> wanted) {
        records.together(() -> {
            Map<String, Row> there = of(origin);
            wanted.forEach(each -> keep(origin, object, each, Optional.ofNullable(there.remove(each.part()))));
            there.values().stream()
                    .filter(row -> AT_WORK.contains(row.require(flow.status)))
                    .forEach(row -> stop.run(row, new NoInput()));
            return there;
        });
    }

    private void keep(String origin, String object, Wanted wanted, Optional<Row> there) {
        Values drawn = Values.of(flow.name, wanted.name()).set(flow.definition, wanted.definition());
        if (there.isEmpty()) {
            drawn.set(flow.object, object).set(flow.origin, origin).set(flow.part, wanted.part());
            publish.run(records.read(flow, records.create(flow, drawn)), new NoInput());
            return;
        }
        Row row = there.get();
        boolean asWanted = wanted.definition().equals(row.value(flow.definition))
                && wanted.name().equals(row.label());
        if (!asWanted) {
            records.update(flow, row.id(), drawn);
        }
        if (!asWanted || row.value(flow.status) != FlowStatus.ACTIVE) {
            publish.run(records.read(flow, row.id()), new NoInput());
        }
    }

    @Override
    public void rest(String origin) {
        records.together(() -> {
            Map<String, Row> there = of(origin);
            there.values().stream()
                    .filter(row -> row.value(flow.status) == FlowStatus.ACTIVE)
                    .forEach(row -> pause.run(row, new NoInput()));
            return there;
        });
    }

    @Override
    public int start(String origin, String part, RecordId record, List<RecordId> approvers) {
        Row row = StartByHand.asHemai(() -> Optional.ofNullable(of(origin).get(part)))
                .orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, flow.name(), part));
        return byHand.startGiven(row, List.of(record), approvers);
    }

    private Map<String, Row> of(String origin) {
        Map<String, Row> found = new LinkedHashMap<>();
        records.list(Query.of(flow).where(flow.origin.is(origin)).limit(Limits.BATCH))
                .forEach(row -> found.put(row.require(flow.part), row));
        return found;
    }
}
