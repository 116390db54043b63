package io.hemai.automation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.automation.FlowObject;
import io.hemai.automation.store.StepTaken;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Flows drawn by chance do with records what a reader who knows nothing of the engine expects of them. */
@HemaiTest
class FlowModelTests {
    /** {@code -Dhemai.flows=2000} tries more of them. */
    private static final int FLOWS = Integer.getInteger("hemai.flows", 400);

    private static final int RECORDS = 40;

    @Autowired
    TestTenants companies;

    @Autowired
    FlowTrial trial;

    @Autowired
    FlowObject flow;

    @Autowired
    Records records;

    @Autowired
    Metadata metadata;

    @Test
    void theEngineAndANaiveReaderAgree() {
        long seed = new Random().nextLong();
        FlowModel model = new FlowModel(new Random(seed));
        TestTenant company = companies.fresh();
        company.run(() -> Acting.run(new SystemIdentity("test", "flows by chance"), () -> {
            List<Map<String, @Nullable Object>> all =
                    IntStream.range(0, RECORDS).mapToObj(n -> model.record()).toList();
            List<RecordId> ids = made(all);
            RecordId drawn = null;
            for (int n = 0; n < FLOWS; n++) {
                Map<String, Object> definition = model.definition();
                drawn = drawn(drawn, definition);
                int which = n % RECORDS;
                FlowTrial.Outlook outlook = trial.of(drawn, ids.get(which));
                assertThat(course(outlook, all.get(which)))
                        .as("seed %s, flow %s: %s on %s, %s", seed, n, definition, all.get(which), outlook.run())
                        .isEqualTo(FlowModel.course(definition, all.get(which)));
            }
        }));
    }

    private List<RecordId> made(List<Map<String, @Nullable Object>> all) {
        ObjectType type = metadata.current().require("sample");
        List<Change> changes = all.stream()
                .map(values -> {
                    Map<String, @Nullable Object> named = new LinkedHashMap<>(values);
                    named.put("name", "by chance");
                    return Change.create(type, named, false);
                })
                .toList();
        records.write(type, changes, WriteOptions.USUAL);
        return changes.stream().map(Change::id).toList();
    }

    private RecordId drawn(@Nullable RecordId before, Map<String, Object> definition) {
        if (before == null) {
            return records.create(
                    flow,
                    Values.of(flow.name, "by chance").set(flow.object, "sample").set(flow.definition, definition));
        }
        records.update(flow, before, Values.of(flow.definition, definition), "drawn anew");
        return before;
    }

    private static FlowModel.Course course(FlowTrial.Outlook outlook, Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record);
        outlook.changes()
                .forEach(change -> change.fields().stream()
                        .filter(changed -> record.containsKey(changed.field().name()))
                        .forEach(changed -> values.put(
                                changed.field().name(), plain(changed.after().json()))));
        return new FlowModel.Course(
                outlook.steps().stream().map(StepTaken::step).toList(),
                outlook.run().state().code(),
                values);
    }

    private static @Nullable Object plain(@Nullable Object shown) {
        return switch (shown) {
            case JsonNode node when node.isNumber() -> node.asInt();
            case JsonNode node when node.isBoolean() -> node.asBoolean();
            case JsonNode node when node.isString() -> node.asString();
            case Number number -> number.intValue();
            case null -> null;
            default -> shown;
        };
    }
}
