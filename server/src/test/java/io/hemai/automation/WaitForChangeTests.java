package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.TenantId;
import io.hemai.tenancy.DueWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A step that waits for the record to become something. */
class WaitForChangeTests extends FlowCompany {
    @Autowired
    List<DueWork> workers;

    private static final Map<String, Object> HIGH = Map.of("field", "grade", "op", "eq", "value", "high");

    private String flow(String marker, Map<String, Object> input) {
        return published(
                "sample",
                Map.of("kind", "created"),
                when("note", marker),
                Map.of("do", "wait", "input", input),
                Map.of(
                        "do",
                        "branch",
                        "ways",
                        List.of(
                                way("became", HIGH, update(Map.of("size", 1))),
                                way("did not", Map.of("field", "grade", "op", "empty"), update(Map.of("size", 2))))));
    }

    private List<String> outcomes(String flow) {
        return steps(flow, runs(flow).get(0)).findValuesAsString("outcome");
    }

    private void awaitWatching(String flow) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode all = runs(flow);
            return all.size() == 1 && !steps(flow, all.get(0)).isEmpty();
        });
    }

    @Test
    void whatBecomesSoGoesOnAtOnce() {
        String flow = flow("became", Map.of("days", 30, "change", HIGH));
        String record = sample(Map.of("note", "became"));
        awaitWatching(flow);
        change(record, Map.of("size", 7));
        change(record, Map.of("grade", "high"));
        ended(flow, 1);
        assertThat(outcomes(flow)).containsExactly("waited", "changed", "went", "done");
        assertThat(read(record).at("size").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsSoAlreadyDoesNotWait() {
        String flow = flow("already", Map.of("change", HIGH));
        sample(Map.of("note", "already", "grade", "high"));
        ended(flow, 1);
        assertThat(outcomes(flow)).containsExactly("changed", "went", "done");
    }

    @Test
    void whatDoesNotBecomeSoGoesOnWhenTheTimeIsUp() {
        String flow = flow("never", Map.of("minutes", 20, "change", HIGH));
        String record = sample(Map.of("note", "never"));
        awaitWatching(flow);
        clock.advance(Duration.ofMinutes(10));
        change(record, Map.of("size", 7));
        clock.advance(Duration.ofMinutes(11));
        workers.forEach(worker -> worker.wake(new TenantId(company.name())));
        ended(flow, 1);
        assertThat(outcomes(flow)).containsExactly("waited", "time_up", "went", "done");
        assertThat(read(record).at("size").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsAwaitedMustBeAFilterThatTheAuthorMayAsk() {
        drawn(
                        "sample",
                        Map.of("kind", "created"),
                        Map.of(),
                        List.of(Map.of(
                                "do",
                                "wait",
                                "input",
                                Map.of("change", Map.of("field", "nothing", "op", "eq", "value", 1)))))
                .expect(400);
        drawn("sample", Map.of("kind", "created"), Map.of(), List.of(Map.of("do", "wait", "input", Map.of())))
                .refused(422, "flow.no_time");
    }

    @Test
    void aTrialWaitsForNothing() {
        String flow = flow("trial", Map.of("minutes", 20, "change", HIGH));
        String record = sample(Map.of("note", "other"));
        JsonNode told = admin.post("/flows/" + flow + "/trial", Map.of("record", record))
                .expect(200)
                .body();
        assertThat(told.at("/steps").findValuesAsString("outcome"))
                .containsExactly("waited", "time_up", "went", "done");
    }
}
