package io.hemai.automation;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class FlowObjectTests extends StandardObjectContract {
    @Autowired
    FlowObject flow;

    @Override
    protected StandardObject object() {
        return flow;
    }

    @Override
    protected Values example() {
        return Values.of(flow.name, "Follow up")
                .set(flow.object, "lead")
                .set(
                        flow.definition,
                        Map.of(
                                "trigger",
                                Map.of("kind", "created"),
                                "steps",
                                List.of(Map.of("do", "task", "input", Map.of("subject", "Call")))));
    }
}
