package io.hemai.automation.run;

import io.hemai.access.Gate;
import io.hemai.automation.DrawnPart;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Flows; those that another part of Hemai draws come with that. */
@Component
@Order(70)
final class FlowsPart extends DrawnPart {
    private final FlowObject flow;

    FlowsPart(FlowObject flow, PublishFlow publish, PauseFlow pause, Records records, Gate gate) {
        super(
                new Kind(
                        flow,
                        flow.name,
                        flow.object,
                        List.of(flow.description, flow.definition),
                        flow.origin.isEmpty(),
                        publish,
                        pause),
                records,
                gate);
        this.flow = flow;
    }

    @Override
    public String section() {
        return "flows";
    }

    @Override
    protected boolean isAtWork(Row row) {
        return row.value(flow.status) == FlowStatus.ACTIVE;
    }
}
