package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowPlan;
import io.hemai.automation.FlowPlans;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.FlowVersionObject;
import io.hemai.automation.store.FlowRun;
import io.hemai.database.CommittedCache;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bound tenant's flows as they run. Which there are is asked each time, what a version says is read once. */
@Component
class LiveFlows {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFlows.class);
    private static final int KEPT = 2_000;

    private final FlowObject flow;
    private final FlowVersionObject version;
    private final FlowPlans plans;
    private final Records records;
    private final Metadata metadata;
    private final CommittedCache<Key, FlowPlan> read = new CommittedCache<>(KEPT);

    LiveFlows(FlowObject flow, FlowVersionObject version, FlowPlans plans, Records records, Metadata metadata) {
        this.flow = flow;
        this.version = version;
        this.plans = plans;
        this.records = records;
        this.metadata = metadata;
    }

    /** A plan is as good as the shape of the object that it was read for. */
    private record Key(RecordId version, ObjectType type) {}

    /** The names of the objects that active flows are about. */
    Set<String> objects() {
        return active().stream().map(row -> row.require(flow.object)).collect(Collectors.toSet());
    }

    private List<Row> active() {
        return active(Filter.all());
    }

    private List<Row> active(Filter which) {
        return records.list(Query.of(flow)
                .where(flow.status.is(FlowStatus.ACTIVE).and(which))
                .sort(new Sort(flow.name.name(), false))
                .limit(Limits.BATCH));
    }

    /** The active flows; one that cannot be read any more starts nothing, and says so in the log. */
    List<LiveFlow> all() {
        return live(active());
    }

    /** Those about the object, by name. */
    List<LiveFlow> about(String object) {
        return live(active(flow.object.is(object)));
    }

    private List<LiveFlow> live(List<Row> active) {
        Map<RecordId, Row> versions = records.rows(
                version.name(),
                active.stream()
                        .map(row -> row.value(flow.published))
                        .filter(Objects::nonNull)
                        .toList());
        return active.stream()
                .flatMap(row -> Optional.ofNullable(versions.get(row.value(flow.published)))
                        .flatMap(published -> live(row, published))
                        .stream())
                .toList();
    }

    /** The flow by its published version; empty, as the log says, when it cannot be read any more. */
    Optional<LiveFlow> live(Row row) {
        return live(row, records.read(version, row.require(flow.published)));
    }

    private Optional<LiveFlow> live(Row row, Row published) {
        try {
            return Optional.of(of(row, published));
        } catch (Refusal unfit) {
            LOG.error("flow {} cannot start: {}", row.id(), unfit.problems());
            return Optional.empty();
        }
    }

    private LiveFlow of(Row row, Row published) {
        String object = row.require(flow.object);
        ObjectType type = metadata.current().require(object);
        FlowPlan plan =
                read.get(new Key(published.id(), type), key -> plans.read(type, published.value(version.definition)));
        Instant since = row.value(flow.activeSince);
        return new LiveFlow(
                row.id(),
                published.id(),
                row.label(),
                object,
                row.value(flow.origin) != null,
                row.require(flow.status),
                since == null ? Instant.MAX : since,
                plan);
    }

    /** The flow by its published version; a refusal with what is wrong when that fits its object no more. */
    LiveFlow of(Row row) {
        return of(row, records.read(version, row.require(flow.published)));
    }

    /** The flow as it is drawn, as if it were published; a refusal with what is wrong with it. */
    LiveFlow drawn(Row row) {
        String object = row.require(flow.object);
        ObjectType type = metadata.current().require(object);
        plans.requireMayDraw(type);
        FlowPlan plan = plans.read(type, row.value(flow.definition));
        return new LiveFlow(row.id(), row.id(), row.label(), object, false, FlowStatus.ACTIVE, Instant.MIN, plan);
    }

    /** The version that a run goes by; a refusal with what is wrong when it fits its object no more. */
    LiveFlow require(FlowRun run) {
        return of(records.read(flow, run.flow()), records.read(version, run.version()));
    }
}
