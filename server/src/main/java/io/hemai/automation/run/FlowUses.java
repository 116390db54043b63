package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowPlans;
import io.hemai.automation.FlowVersionObject;
import io.hemai.automation.store.RunLog;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.custom.ShapeUse;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which flows would lose their ground with an object or field: as they are drawn, as they are published, and as runs of them go on. */
@Component
class FlowUses implements ShapeUse {
    private final FlowObject flow;
    private final FlowVersionObject version;
    private final FlowPlans plans;
    private final RunLog runs;
    private final Records records;
    private final Metadata metadata;

    FlowUses(
            FlowObject flow,
            FlowVersionObject version,
            FlowPlans plans,
            RunLog runs,
            Records records,
            Metadata metadata) {
        this.flow = flow;
        this.version = version;
        this.plans = plans;
        this.runs = runs;
        this.records = records;
        this.metadata = metadata;
    }

    @Override
    public List<String> users(String object, @Nullable String field) {
        return Acting.call(new SystemIdentity("flows", "flows"), () -> {
            List<Row> all = records.list(Query.of(flow).limit(Limits.BATCH));
            Map<RecordId, List<Object>> kept = kept(all);
            return all.stream()
                    .filter(row -> uses(row, kept.getOrDefault(row.id(), List.of()), object, field))
                    .map(Row::label)
                    .toList();
        });
    }

    /** By flow, the definitions that are published or that runs still go by. */
    private Map<RecordId, List<Object>> kept(List<Row> all) {
        Set<RecordId> needed = new HashSet<>(runs.versionsUnderWay());
        all.stream()
                .map(row -> row.value(flow.published))
                .filter(Objects::nonNull)
                .forEach(needed::add);
        return records.rows(version.name(), needed).values().stream()
                .collect(Collectors.groupingBy(
                        row -> row.require(version.flow),
                        Collectors.mapping(row -> row.require(version.definition), Collectors.toList())));
    }

    private boolean uses(Row row, List<Object> kept, String object, @Nullable String field) {
        String about = row.require(flow.object);
        if (field == null && about.equals(object)) {
            return true;
        }
        Optional<ObjectType> type = metadata.current().find(about);
        return type.isPresent()
                && Stream.concat(Stream.of(row.require(flow.definition)), kept.stream())
                        .anyMatch(definition -> uses(type.get(), definition, object, field));
    }

    /** What can no longer be read uses nothing that is there. */
    private boolean uses(ObjectType type, Object definition, String object, @Nullable String field) {
        try {
            return plans.read(type, definition).used().stream()
                    .anyMatch(used -> used.object().equals(object)
                            && (field == null || used.field().equals(field)));
        } catch (Refusal unfit) {
            return false;
        }
    }
}
