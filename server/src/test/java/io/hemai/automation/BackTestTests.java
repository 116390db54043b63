package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often a flow would have started. */
class BackTestTests extends FlowCompany {
    private String flow(Map<String, Object> trigger, Map<String, Object> when) {
        return drawn("sample", trigger, when, List.of(update(Map.of("size", 1))))
                .expect(201)
                .text("id");
    }

    private Answer tested(String flow) {
        return admin.post("/flows/" + flow + "/backtest", Map.of("days", 30)).expect(200);
    }

    @Test
    void everyChangeThatWouldHaveSetItOffCounts() {
        String one = sample(Map.of("name", "tested one", "note", "bt", "size", 1));
        sample(Map.of("name", "tested two", "note", "bt", "size", 1));
        change(one, Map.of("size", 2));
        change(one, Map.of("size", 3));
        String flow = flow(
                Map.of("kind", "changed", "input", Map.of("fields", List.of("size"))),
                Map.of("field", "note", "op", "eq", "value", "bt"));
        Answer answer = tested(flow);
        assertThat(answer.at("/fired").asInt()).isEqualTo(2);
        assertThat(answer.at("/items")).hasSize(1);
        assertThat(answer.at("/items/0/record").asString()).isEqualTo(one);
        assertThat(answer.at("/items/0/label").asString()).isEqualTo("tested one");
        assertThat(answer.at("/items/0/times").asInt()).isEqualTo(2);
        assertThat(answer.at("/complete").asBoolean()).isTrue();
        assertThat(runs(flow)).isEmpty();
    }

    @Test
    void conditionsAreAskedOfTheRecordAsItWas() {
        String record = sample(Map.of("name", "was low", "note", "then", "grade", "low"));
        change(record, Map.of("size", 2));
        change(record, Map.of("grade", "high"));
        change(record, Map.of("size", 3, "note", "now"));
        Map<String, Object> changed = Map.of("kind", "changed", "input", Map.of("fields", List.of("size")));
        assertThat(tested(flow(changed, Map.of("field", "note", "op", "eq", "value", "then")))
                        .at("/fired")
                        .asInt())
                .isEqualTo(1);
        Map<String, Object> low = new HashMap<>(Map.of(
                "and",
                List.of(
                        Map.of("field", "name", "op", "eq", "value", "was low"),
                        Map.of("field", "grade", "op", "eq", "value", "low"))));
        assertThat(tested(flow(changed, low)).at("/fired").asInt()).isEqualTo(1);
    }

    @Test
    void manyChangesAreLookedAtInPieces() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            many.add(Map.of("name", "many " + i, "note", "of many"));
        }
        admin.post("/records/sample/batch", Map.of("create", many)).expect(200);
        Answer answer =
                tested(flow(Map.of("kind", "created"), Map.of("field", "note", "op", "eq", "value", "of many")));
        assertThat(answer.at("/fired").asInt()).isEqualTo(1_100);
        assertThat(answer.at("/looked_at").asInt()).isGreaterThanOrEqualTo(1_100);
        assertThat(answer.at("/items")).hasSize(200);
    }

    @Test
    void timesAreReckonedBackToWhenARecordWasMade() {
        sample(Map.of("name", "scheduled", "note", "daily"));
        LocalTime soon = clock.instant()
                .plus(Duration.ofMinutes(5))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES);
        clock.advance(Duration.ofMinutes(10));
        sample(Map.of("name", "too late", "note", "daily"));
        String flow = flow(
                Map.of("kind", "schedule", "input", Map.of("at", soon.toString())),
                Map.of("field", "note", "op", "eq", "value", "daily"));
        Answer answer = tested(flow);
        assertThat(answer.at("/fired").asInt()).isEqualTo(1);
        assertThat(answer.at("/items").findValuesAsString("label")).containsExactly("scheduled");
        assertThat(answer.at("/as_of_now").asBoolean()).isTrue();
    }

    @Test
    void whatPeopleStartCannotBeReckoned() {
        String flow = flow(Map.of("kind", "button"), Map.of());
        admin.post("/flows/" + flow + "/backtest", Map.of("days", 30)).refused(409, "flow.no_back_test");
        admin.post("/flows/" + flow + "/backtest", Map.of("days", 91)).refused(422, "flow.days_out_of_range");
        company.as("tester", "sales")
                .post("/flows/" + flow + "/backtest", Map.of("days", 30))
                .expect(404);
    }
}
