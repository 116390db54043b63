package io.hemai.automation.run;

import io.hemai.automation.Outcome;
import io.hemai.automation.store.FlowRun;
import io.hemai.integration.Webhooks;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordJson;
import io.hemai.records.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells webhooks what a step has for them, of many runs at once; once for each step of each run. */
@Component
class FlowMessages {
    private final Webhooks webhooks;
    private final RecordJson json;

    FlowMessages(Webhooks webhooks, RecordJson json) {
        this.webhooks = webhooks;
        this.json = json;
    }

    /** What a run has for a webhook about its record. */
    record Meant(FlowRun run, Row record, Outcome.Message message) {}

    /** Puts the messages of runs at one step where they leave with the transaction. */
    void send(LiveFlow flow, ObjectType type, List<Meant> all) {
        Outcome.Message message = all.getFirst().message();
        Map<RecordId, JsonNode> said =
                json.of(type, all.stream().map(meant -> meant.record().id()).toList(), message.fields());
        webhooks.tell(
                message.webhook(),
                all.stream()
                        .map(meant -> new Webhooks.Message(
                                meant.run().id() + " " + meant.run().taken(), message.type(), data(flow, meant, said)))
                        .toList());
    }

    private static Map<String, @Nullable Object> data(LiveFlow flow, Meant meant, Map<RecordId, JsonNode> said) {
        Row record = meant.record();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("object", record.type().name());
        data.put("id", record.id().toString());
        data.put("label", record.label());
        data.put("fields", said.get(record.id()));
        data.put("flow", flow.name());
        data.put("run", meant.run().id().toString());
        return data;
    }
}
