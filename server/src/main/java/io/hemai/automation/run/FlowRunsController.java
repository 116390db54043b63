package io.hemai.automation.run;

import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowObject;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.StepTaken;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.TakingBack;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs of a flow did, to who may read the flow; and failed ones once more, to who may change it. */
@RestController
@RequestMapping(path = "/api/v1/flows/{id}/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class FlowRunsController {
    /** So many changes of a run are told. */
    private static final int MOST_CHANGES = 100;

    private final FlowObject flow;
    private final RunStore runs;
    private final RunLog log;
    private final RunChanges changes;
    private final FlowUndo undo;
    private final FlowWorker worker;
    private final StartByHand byHand;
    private final Records records;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowRunsController(
            FlowObject flow,
            RunStore runs,
            RunLog log,
            RunChanges changes,
            FlowUndo undo,
            FlowWorker worker,
            StartByHand byHand,
            Records records,
            TenantTransactions transactions,
            Clock clock) {
        this.flow = flow;
        this.runs = runs;
        this.log = log;
        this.changes = changes;
        this.undo = undo;
        this.worker = worker;
        this.byHand = byHand;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, @Nullable Object> list(@PathVariable String id, Parameters parameters) {
        parameters.only("state", "parent", "limit", "after");
        RecordId of = readable(id);
        RunState state = parameters.text("state").map(FlowRunsController::state).orElse(null);
        RecordId parent = parameters.text("parent").map(text -> id(text)).orElse(null);
        RecordId before = parameters.text("after").map(text -> id(text)).orElse(null);
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        List<FlowRun> found = transactions.read(() -> log.of(of, state, parent, before, limit + 1));
        List<FlowRun> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(FlowRunsController::shown).toList());
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
        return answer;
    }

    @GetMapping("/{run}")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, @Nullable Object> one(@PathVariable String id, @PathVariable String run, Parameters parameters) {
        parameters.only();
        RecordId of = readable(id);
        RecordId wanted = id(run);
        return transactions.read(() -> {
            FlowRun found = log.find(of, wanted).orElseThrow(() -> Refusal.of(AutomationError.RUN_NOT_FOUND, run));
            Map<String, @Nullable Object> answer = shown(found);
            answer.put("steps", log.steps(wanted).stream().map(StepTaken::plain).toList());
            answer.put(
                    "changes",
                    changes.of(withParts(wanted), MOST_CHANGES).stream()
                            .map(RunChanges.Changes::json)
                            .toList());
            return answer;
        });
    }

    private List<RecordId> withParts(RecordId run) {
        return Stream.concat(
                        Stream.of(run),
                        log.partsOf(run, FlowLoops.MOST).stream().map(FlowRun::id))
                .toList();
    }

    @PostMapping
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, Object> start(@PathVariable String id, @RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        Map<String, @Nullable Object> given = body.object("records", "approvers");
        List<RecordId> approvers =
                given.get("approvers") == null ? List.of() : ids("approvers", given.get("approvers"));
        return Map.of("begun", byHand.start(id(id), ids("records", given.get("records")), approvers));
    }

    @PostMapping("/replay")
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, Object> replay(@PathVariable String id, @RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        List<RecordId> wanted = ids("ids", body.object("ids").get("ids"));
        RecordId of = readable(id);
        return transactions.write(() -> {
            records.lockToChange(records.type(flow), of);
            int taken = runs.replay(of, wanted, clock.instant());
            worker.wakeAfterCommit();
            return Map.of("taken", taken);
        });
    }

    /** Done twice, the second time is refused. */
    @PostMapping("/{run}/undo")
    @RequiresScope(Scope.RECORDS_WRITE)
    @Once(Once.How.NOWHERE)
    Map<String, Object> undo(@PathVariable String id, @PathVariable String run, Parameters parameters) {
        parameters.only();
        TakingBack.Result result = undo.undo(readable(id), id(run));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("put_back", result.restored());
        answer.put("taken_away", result.deleted());
        answer.put("left", result.left());
        return answer;
    }

    private static List<RecordId> ids(String member, @Nullable Object given) {
        if (!(given instanceof List<?> several) || several.isEmpty() || several.size() > Limits.IN_VALUES) {
            throw Refusal.ofField(member, KernelError.WRONG_TYPE, member);
        }
        return several.stream().map(each -> id(String.valueOf(each))).toList();
    }

    private RecordId readable(String id) {
        return records.read(flow, id(id)).id();
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, "flow", text));
    }

    private static RunState state(String text) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("state", KernelError.INVALID_PARAMETER, "state"));
    }

    private static Map<String, @Nullable Object> shown(FlowRun run) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", run.id().toString());
        shown.put("version", run.version().toString());
        shown.put("object", run.object());
        shown.put("record", run.record().toString());
        shown.put("state", run.state().code());
        shown.put("step", run.step());
        shown.put("due_at", text(run.dueAt()));
        shown.put("held", run.held());
        shown.put("depth", run.depth());
        shown.put("parent", run.parent() == null ? null : run.parent().toString());
        shown.put("parts", run.parts());
        shown.put("reason", run.reason());
        shown.put("begun_at", text(run.begunAt()));
        shown.put("ended_at", text(run.endedAt()));
        shown.put("undone_at", text(run.undoneAt()));
        return shown;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
