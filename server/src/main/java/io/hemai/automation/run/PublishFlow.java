package io.hemai.automation.run;

import io.hemai.automation.DrawnVerb;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowPlan;
import io.hemai.automation.FlowPlans;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.FlowVersionObject;
import io.hemai.automation.store.RunStore;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has new runs go by the flow as it is drawn now; those under way end by the version that they began with. */
@Component
final class PublishFlow extends DrawnVerb {
    private final FlowObject flow;
    private final FlowVersionObject version;
    private final FlowPlans plans;
    private final LiveFlows flows;
    private final RunStore runs;
    private final FlowClocks clocks;
    private final FlowWorker worker;
    private final Records records;
    private final Metadata metadata;
    private final Clock clock;

    PublishFlow(
            FlowObject flow,
            FlowVersionObject version,
            FlowPlans plans,
            LiveFlows flows,
            RunStore runs,
            FlowClocks clocks,
            FlowWorker worker,
            Records records,
            Metadata metadata,
            Clock clock) {
        super(flow, "publish");
        this.flow = flow;
        this.version = version;
        this.plans = plans;
        this.flows = flows;
        this.runs = runs;
        this.clocks = clocks;
        this.worker = worker;
        this.records = records;
        this.metadata = metadata;
        this.clock = clock;
    }

    @Override
    public @Nullable Row run(Row seen, NoInput input) {
        return records.together(() -> {
            Row drawn = records.lock(flow, seen.id());
            ObjectType type = metadata.current().require(drawn.require(flow.object));
            plans.requireMayDraw(type);
            FlowPlan plan = plans.read(type, drawn.value(flow.definition));
            boolean active = drawn.value(flow.status) == FlowStatus.ACTIVE;
            Values values = Values.of(flow.published, version(drawn)).set(flow.status, FlowStatus.ACTIVE);
            if (!active) {
                values.set(flow.activeSince, clock.instant());
                runs.hold(drawn.id(), false);
                // nobody told them what happened while the flow rested
                runs.lookAtAll(drawn.id(), clock.instant());
            }
            if (!active || !plan.start().equals(before(drawn))) {
                clocks.set(drawn.id(), type, plan);
            }
            worker.wakeAfterCommit();
            records.update(flow, drawn.id(), values, name());
            return records.read(flow, drawn.id());
        });
    }

    /** What set it off so far; null when that can no longer be told. */
    private FlowPlan.@Nullable Start<?> before(Row drawn) {
        return flows.live(drawn).map(live -> live.plan().start()).orElse(null);
    }

    /** The published one while it is as drawn, else a new one. */
    private RecordId version(Row drawn) {
        Row last = records.find(Query.of(version)
                        .where(version.flow.is(drawn.id()))
                        .sort(new Sort(version.number.name(), true)))
                .orElse(null);
        Object definition = drawn.require(flow.definition);
        if (last != null && definition.equals(last.value(version.definition))) {
            return last.id();
        }
        Values values = Values.of(version.flow, drawn.id())
                .set(version.number, last == null ? 1 : last.require(version.number) + 1)
                .set(version.name, drawn.label())
                .set(version.definition, definition);
        // nobody writes versions otherwise
        SystemIdentity publisher = SystemIdentity.onBehalfOf(Acting.who(), name());
        return Acting.call(publisher, () -> records.create(version, values));
    }
}
