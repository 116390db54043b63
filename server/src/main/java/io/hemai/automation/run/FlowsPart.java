package io.hemai.automation.run;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.NoInput;
import io.hemai.shaping.ConfigurationPart;
import io.hemai.shaping.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Flows as they are drawn, and whether they are at work. */
@Component
@Order(70)
final class FlowsPart implements ConfigurationPart {
    private static final String AT_WORK = "active";

    private final FlowObject flow;
    private final PublishFlow publish;
    private final PauseFlow pause;
    private final Records records;
    private final Gate gate;

    FlowsPart(FlowObject flow, PublishFlow publish, PauseFlow pause, Records records, Gate gate) {
        this.flow = flow;
        this.publish = publish;
        this.pause = pause;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String section() {
        return "flows";
    }

    @Override
    public void require() {
        gate.require(AdminAbility.META);
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        there().forEach((key, row) -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (Field<?> field : List.of(flow.description, flow.definition)) {
                Object value = row.value(field);
                if (value != null) {
                    members.put(field.name(), value);
                }
            }
            members.put(AT_WORK, row.value(flow.status) == FlowStatus.ACTIVE);
            said.put(key, members);
        });
        return said;
    }

    private Map<String, Row> there() {
        Map<String, Row> there = new LinkedHashMap<>();
        records.list(Query.of(flow)
                        .sort(new Sort(CommonFields.CREATED_AT.name(), false))
                        .limit(Limits.BATCH))
                .forEach(row ->
                        there.put(Keys.next(Keys.of(row.require(flow.object), row.label()), there::containsKey), row));
        return there;
    }

    @Override
    public void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        boolean atWork = Boolean.TRUE.equals(sent.remove(AT_WORK));
        sent.put(flow.object.name(), Keys.object(key));
        sent.put(flow.name.name(), Keys.name(key));
        records.together(() -> {
            Change change = Change.create(records.type(flow), sent, false);
            records.write(change.type(), List.of(change), WriteOptions.USUAL);
            return atWork ? publish.run(read(change.id()), new NoInput()) : read(change.id());
        });
    }

    @Override
    public void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Row row = there().get(key);
        if (row == null) {
            throw Refusal.of(RecordsError.NOT_FOUND, flow.name(), key);
        }
        boolean redrawn = changed.containsKey(flow.definition.name());
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(changed);
        boolean wasAtWork = row.value(flow.status) == FlowStatus.ACTIVE;
        boolean atWork = sent.containsKey(AT_WORK) ? Boolean.TRUE.equals(sent.remove(AT_WORK)) : wasAtWork;
        records.together(() -> {
            if (!sent.isEmpty()) {
                Change change = Change.update(records.type(flow), row.id(), null, sent, false);
                records.write(change.type(), List.of(change), WriteOptions.USUAL);
            }
            // a draft that waits is nobody's to publish but its author's
            if (atWork && (redrawn || !wasAtWork)) {
                publish.run(read(row.id()), new NoInput());
            } else if (wasAtWork && !atWork) {
                pause.run(read(row.id()), new NoInput());
            }
            return row;
        });
    }

    private Row read(RecordId id) {
        return records.read(flow, id);
    }
}
