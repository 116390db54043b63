package io.hemai.automation;

import io.hemai.identity.Acting;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A flow is about an object that there is, and its definition can be run. */
@Component
final class FlowRule implements Rule {
    private final FlowObject flow;
    private final FlowPlans plans;
    private final Metadata metadata;

    FlowRule(FlowObject flow, FlowPlans plans, Metadata metadata) {
        this.flow = flow;
        this.plans = plans;
        this.metadata = metadata;
    }

    @Override
    public String object() {
        return flow.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().stream()
                .filter(change -> !change.trusted() && change.previous(flow.origin) != null)
                .filter(change -> change.changes(flow.definition) || change.changes(flow.name))
                .forEach(change -> change.refuse(flow.definition, AutomationError.GIVEN));
        changes.written().stream()
                .filter(change -> change.value(flow.object) != null)
                .filter(change -> change.changes(flow.object) || change.changes(flow.definition))
                .forEach(this::check);
    }

    private void check(Change change) {
        String object = String.valueOf(change.value(flow.object));
        Optional<ObjectType> type = metadata.current().find(object);
        if (type.isEmpty()) {
            change.refuse(flow.object, AutomationError.UNKNOWN_OBJECT, object);
            return;
        }
        if (!plans.mayDraw(type.get())) {
            change.refuse(
                    flow.object,
                    AutomationError.BEYOND_RIGHTS,
                    type.get().label().in(Acting.who().locale()));
            return;
        }
        if (change.value(flow.definition) == null) {
            return;
        }
        try {
            plans.read(type.get(), change.value(flow.definition));
        } catch (Refusal refused) {
            refused.problems().forEach(change::refuse);
        }
    }
}
