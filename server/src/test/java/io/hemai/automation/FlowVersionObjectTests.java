package io.hemai.automation;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class FlowVersionObjectTests extends StandardObjectContract {
    @Autowired
    FlowVersionObject version;

    @Autowired
    FlowObject flow;

    @Override
    protected StandardObject object() {
        return version;
    }

    @Override
    protected Values example() {
        Map<String, Object> definition = Map.of(
                "trigger",
                Map.of("kind", "created"),
                "steps",
                List.of(Map.of("do", "task", "input", Map.of("subject", "Call"))));
        Values drawn =
                Values.of(flow.name, "Follow up").set(flow.object, "lead").set(flow.definition, definition);
        return Values.of(version.flow, records.create(flow, drawn))
                .set(version.number, 1L)
                .set(version.name, "Follow up")
                .set(version.definition, definition);
    }
}
