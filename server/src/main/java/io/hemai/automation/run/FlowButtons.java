package io.hemai.automation.run;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.web.Parameters;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The flows that somebody may start for records of an object: those with a button, for who may change such records. */
@RestController
@RequestMapping(path = "/api/v1/flows/buttons", produces = MediaType.APPLICATION_JSON_VALUE)
class FlowButtons {
    private static final SystemIdentity LOOKING = new SystemIdentity("flows", "looks for buttons");

    private final LiveFlows flows;
    private final Gate gate;
    private final Records records;
    private final Metadata metadata;

    FlowButtons(LiveFlows flows, Gate gate, Records records, Metadata metadata) {
        this.flows = flows;
        this.gate = gate;
        this.records = records;
        this.metadata = metadata;
    }

    @GetMapping
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> list(Parameters parameters) {
        parameters.only("object");
        String object =
                parameters.text("object").orElseThrow(() -> Refusal.ofField("object", KernelError.MISSING, "object"));
        records.requireAskable(Query.of(object));
        ObjectType type = metadata.current().require(object);
        boolean changes = !gate.rights(Acting.who(), type).update().equals(Filter.none());
        return Map.of("items", changes ? about(object) : List.of());
    }

    private List<Map<String, Object>> about(String object) {
        return Acting.call(LOOKING, () -> flows.about(object)).stream()
                .filter(live -> !live.given() && live.plan().start().isByHand())
                .map(live -> Map.<String, Object>of(
                        "id", live.flow().toString(),
                        "name", live.name(),
                        "asks", live.plan().asks(),
                        "chooses", live.plan().letsChoose()))
                .toList();
    }
}
