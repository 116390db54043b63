package io.hemai.automation.run;

import io.hemai.automation.Happening;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.Starter;
import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.JournalReader;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts flows by what the journal tells, and has those go on that wait for it. A flow is about the record as it stands when its turn comes, which is at once as a rule.
 * Flows that set off each other come to an end: what stands too deep in a line of them begins stopped, and says so.
 */
@Component
class FlowStarts implements JournalReader {
    /** How many runs may stand in a line of which each set off the next. */
    static final int DEEPEST = 5;
    /** Why a run ended that never began. */
    static final String LOOP = "loop";

    private static final TypeReference<Map<String, List<Object>>> CHANGES = new TypeReference<>() {};

    private final LiveFlows flows;
    private final RunStore runs;
    private final FlowWorker worker;
    private final Records records;
    private final Matcher matcher;
    private final Metadata metadata;
    private final JsonMapper json;
    private final Clock clock;

    FlowStarts(
            LiveFlows flows,
            RunStore runs,
            FlowWorker worker,
            Records records,
            Matcher matcher,
            Metadata metadata,
            JsonMapper json,
            Clock clock) {
        this.flows = flows;
        this.runs = runs;
        this.worker = worker;
        this.records = records;
        this.matcher = matcher;
        this.metadata = metadata;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "flows";
    }

    @Override
    public Predicate<Entry> wanted() {
        Set<String> about = flows.objects();
        return entry -> about.contains(entry.object()) && (entry.act() == Act.CREATED || entry.act() == Act.UPDATED);
    }

    @Override
    public Set<String> reads() {
        return flows.objects();
    }

    @Override
    public void handle(List<Entry> entries) {
        Map<String, List<LiveFlow>> live = flows.all().stream().collect(Collectors.groupingBy(LiveFlow::object));
        Map<String, List<Entry>> told = entries.stream()
                .filter(entry -> live.containsKey(entry.object()))
                .collect(Collectors.groupingBy(Entry::object));
        told.forEach((object, some) -> start(object, some, live.getOrDefault(object, List.of())));
    }

    private void start(String object, List<Entry> entries, List<LiveFlow> live) {
        Map<RecordId, Row> rows = new HashMap<>(
                records.rows(object, entries.stream().map(Entry::record).toList()));
        Matches matches = matcher.among(metadata.current().require(object), rows.values());
        Instant now = clock.instant();
        Map<FlowRun, Long> begun = new LinkedHashMap<>();
        for (Entry entry : entries) {
            boolean setsOff = entry.origin() == null || !entry.origin().setsNothingOff();
            if (setsOff && rows.containsKey(entry.record())) {
                Happening happening = happening(json, entry);
                for (LiveFlow flow : live) {
                    if (!entry.at().isBefore(flow.since())
                            && flow.plan().start().isSetOffBy(happening)
                            && matches.matches(entry.record(), flow.plan().when())) {
                        begun.put(run(flow, entry, now), entry.id());
                    }
                }
            }
        }
        runs.begin(begun);
        int looking = runs.lookAt(rows.keySet(), now);
        if (!begun.isEmpty() || looking > 0) {
            worker.wakeAfterCommit();
        }
    }

    private static FlowRun run(LiveFlow flow, Entry entry, Instant now) {
        int depth = entry.origin() == null ? 1 : entry.origin().depth() + 1;
        FlowRun run = flow.begun(entry.record(), Starter.of(entry.actor().id()), depth, now);
        return depth > DEEPEST ? run.neverWentOn(RunState.STOPPED, LOOP, now) : run;
    }

    /** What the entry tells. */
    static Happening happening(JsonMapper json, Entry entry) {
        Map<String, Happening.Values> changes = new HashMap<>();
        json.readValue(entry.changes(), CHANGES)
                .forEach((field, values) ->
                        changes.put(field, new Happening.Values(values.getFirst(), values.getLast())));
        return new Happening(entry.act() == Act.CREATED, changes);
    }
}
