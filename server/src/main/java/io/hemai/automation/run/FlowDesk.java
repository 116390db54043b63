package io.hemai.automation.run;

import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowKinds;
import io.hemai.automation.FlowObject;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.StepTaken;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one needs to draw a flow: of what it can be made, and what it would do. */
@RestController
@RequestMapping(path = "/api/v1/flows", produces = MediaType.APPLICATION_JSON_VALUE)
class FlowDesk {
    private final FlowObject flow;
    private final FlowKinds kinds;
    private final FlowTrial trial;
    private final FlowBackTest backTest;
    private final RunLog runs;
    private final Records records;
    private final Metadata metadata;
    private final TenantTransactions transactions;

    FlowDesk(
            FlowObject flow,
            FlowKinds kinds,
            FlowTrial trial,
            FlowBackTest backTest,
            RunLog runs,
            Records records,
            Metadata metadata,
            TenantTransactions transactions) {
        this.flow = flow;
        this.kinds = kinds;
        this.trial = trial;
        this.backTest = backTest;
        this.runs = runs;
        this.records = records;
        this.metadata = metadata;
        this.transactions = transactions;
    }

    @GetMapping("/kinds")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> kinds(Parameters parameters) {
        parameters.only("object");
        String object =
                parameters.text("object").orElseThrow(() -> Refusal.ofField("object", KernelError.MISSING, "object"));
        records.requireAskable(Query.of(flow));
        records.requireAskable(Query.of(object));
        return kinds.of(metadata.current().require(object));
    }

    /** How many runs are under way and have failed, of each flow that has any; who sees flows sees all of them. */
    @GetMapping("/counts")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> counts(Parameters parameters) {
        parameters.only();
        records.requireAskable(Query.of(flow));
        return Map.of(
                "items",
                transactions.read(runs::open).entrySet().stream()
                        .map(of -> Map.of(
                                "flow",
                                of.getKey().toString(),
                                "running",
                                of.getValue().getOrDefault(RunState.RUNNING, 0),
                                "failed",
                                of.getValue().getOrDefault(RunState.FAILED, 0)))
                        .toList());
    }

    @PostMapping("/{id}/trial")
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, @Nullable Object> trial(@PathVariable String id, @RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        FlowTrial.Outlook outlook =
                trial.of(id(id), id(String.valueOf(body.object("record").get("record"))));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("meant", outlook.meant());
        answer.put("state", outlook.run().state().code());
        answer.put("reason", outlook.run().reason());
        answer.put("steps", outlook.steps().stream().map(StepTaken::plain).toList());
        answer.put(
                "changes",
                outlook.changes().stream().map(RunChanges.Changes::json).toList());
        return answer;
    }

    @PostMapping("/{id}/backtest")
    @RequiresScope(Scope.RECORDS_WRITE)
    @Once(Once.How.NOWHERE)
    Map<String, @Nullable Object> backTest(@PathVariable String id, @RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        Object days = body.object("days").get("days");
        if (!(days instanceof Integer number) || number < 1 || number > FlowBackTest.MOST_DAYS) {
            throw Refusal.ofField("days", AutomationError.DAYS_OUT_OF_RANGE, FlowBackTest.MOST_DAYS);
        }
        FlowBackTest.Outlook outlook = backTest.of(id(id), number);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("from", outlook.from().toString());
        answer.put("to", outlook.to().toString());
        answer.put("fired", outlook.fired());
        answer.put("looked_at", outlook.lookedAt());
        answer.put("complete", outlook.complete());
        answer.put("as_of_now", outlook.asOfNow());
        answer.put("items", outlook.items().stream().map(FlowDesk::shown).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> shown(FlowBackTest.Fired fired) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("record", fired.record().toString());
        shown.put("label", fired.label());
        shown.put("at", fired.at() == null ? null : fired.at().toString());
        shown.put("times", fired.times());
        return shown;
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, "flow", text));
    }
}
