package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What sets off flows, over the API. */
class FlowTriggerTests extends FlowCompany {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Map<String, Object> trigger(String kind, Map<String, Object> input) {
        return Map.of("kind", kind, "input", input);
    }

    private List<String> records(String flow) {
        return runs(flow).findValuesAsString("record");
    }

    // --- changes
    // -------------------------------------------------------------------------------------------------------

    @Test
    void comingToAValueAndLeavingItAreTold() {
        Map<String, Object> high = Map.of("field", "grade", "values", List.of("high"));
        String in = published("sample", trigger("entered", high), when("code", "moved"), update(Map.of("size", 1)));
        String out = published("sample", trigger("left", high), when("code", "moved"), update(Map.of("ratio", "2")));
        String id = sample(Map.of("code", "moved", "grade", "high"));
        ended(in, 1);
        change(id, Map.of("note", "still high"));
        change(id, Map.of("grade", "low"));
        ended(out, 1);
        change(id, Map.of("grade", "high"));

        ended(in, 2);
        ended(out, 1);
    }

    @Test
    void aNumberThatCrossesItsBoundIsTold() {
        String up = published(
                "sample",
                trigger("crossed", Map.of("field", "amount", "rises", "100")),
                when("code", "crossed"),
                update(Map.of("flag", true)));
        String down = published(
                "sample",
                trigger("crossed", Map.of("field", "size", "falls", "4")),
                when("code", "crossed"),
                update(Map.of("flag", false)));
        String id =
                sample(Map.of("code", "crossed", "amount", Map.of("amount", "99.99", "currency", "CNY"), "size", 4));
        change(id, Map.of("amount", Map.of("amount", "100", "currency", "CNY")));
        ended(up, 1);
        change(id, Map.of("amount", Map.of("amount", "500", "currency", "CNY")));
        change(id, Map.of("size", 3));
        ended(down, 1);
        change(id, Map.of("size", 2));
        change(id, Map.of("note", "seen"));

        assertThat(ended(up, 1)).hasSize(1);
        assertThat(ended(down, 1)).hasSize(1);
    }

    @Test
    void wholeNumbersAndSetsComeToValuesAsWell() {
        String five = published(
                "sample",
                trigger("entered", Map.of("field", "size", "values", List.of(5))),
                when("code", "numbers"),
                update(Map.of("ratio", "5")));
        String tagged = published(
                "sample",
                trigger("entered", Map.of("field", "labels", "values", List.of("vip"))),
                when("code", "numbers"),
                update(Map.of("flag", true)));
        String id = sample(Map.of("code", "numbers", "size", 4));
        change(id, Map.of("size", 5));
        ended(five, 1);
        change(id, Map.of("labels", List.of("other", "vip")));
        ended(tagged, 1);
    }

    // --- the time
    // ------------------------------------------------------------------------------------------------------

    @Test
    void aMomentNearATimeOfTheRecordSetsItOffOnce() {
        Instant now = clock.instant();
        String flow = published(
                "sample",
                trigger("date", Map.of("field", "moment", "minutes", -30)),
                when("note", "moment"),
                update(Map.of("flag", true)));
        String soon = sample(Map.of(
                "note", "moment", "moment", now.plus(Duration.ofMinutes(35)).toString()));
        sample(Map.of(
                "note", "moment", "moment", now.plus(Duration.ofMinutes(90)).toString()));
        sample(Map.of(
                "note", "other", "moment", now.plus(Duration.ofMinutes(35)).toString()));

        clock.advance(Duration.ofMinutes(3));
        assertThat(runs(flow)).isEmpty();
        clock.advance(Duration.ofMinutes(13));
        ended(flow, 1);
        clock.advance(Duration.ofMinutes(13));

        assertThat(records(flow)).containsExactly(soon);
        assertThat(read(soon).at("flag").asBoolean()).isTrue();
    }

    @Test
    void aDaySetsItOffAtItsTimeOfDay() {
        Instant at = clock.instant().plus(Duration.ofMinutes(6));
        String time = at.atZone(ZONE).toLocalTime().withNano(0).toString();
        LocalDate day = at.atZone(ZONE).toLocalDate();
        String flow = published(
                "sample",
                trigger("date", Map.of("field", "day", "days", -2, "at", time)),
                when("note", "day"),
                update(Map.of("flag", true)));
        String ahead = sample(Map.of("note", "day", "day", day.plusDays(2).toString()));
        sample(Map.of("note", "day", "day", day.plusDays(3).toString()));
        sample(Map.of("note", "day", "day", day.plusDays(1).toString()));

        clock.advance(Duration.ofMinutes(4));
        assertThat(runs(flow)).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        ended(flow, 1);

        assertThat(records(flow)).containsExactly(ahead);
    }

    @Test
    void atASetTimeEveryRecordThatMatchesHasItsRun() {
        Instant at = clock.instant().plus(Duration.ofMinutes(5));
        for (int i = 0; i < 3; i++) {
            sample(Map.of("note", "scheduled", "name", "scheduled " + i));
        }
        String time = at.atZone(ZONE).toLocalTime().withNano(0).toString();
        int today = at.atZone(ZONE).getDayOfWeek().getValue();
        String flow = published(
                "sample",
                trigger("schedule", Map.of("at", time, "weekdays", List.of(today))),
                when("note", "scheduled"),
                update(Map.of("size", 8)));

        clock.advance(Duration.ofMinutes(6));
        ended(flow, 3);
        clock.advance(Duration.ofMinutes(6));

        assertThat(ended(flow, 3)).hasSize(3);
    }

    @Test
    void aPausedFlowLeavesOutWhatCameMeanwhile() {
        Instant at = clock.instant().plus(Duration.ofMinutes(5));
        sample(Map.of("note", "asleep"));
        String flow = published(
                "sample",
                trigger(
                        "schedule",
                        Map.of("at", at.atZone(ZONE).toLocalTime().withNano(0).toString())),
                when("note", "asleep"),
                update(Map.of("size", 8)));
        admin.post("/records/flow/" + flow + "/pause", Map.of()).expect(200);
        clock.advance(Duration.ofMinutes(6));
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
        String other = published("sample", Map.of("kind", "created"), when("note", "later"), update(Map.of("size", 1)));
        sample(Map.of("note", "later"));
        ended(other, 1);

        assertThat(runs(flow)).isEmpty();
    }

    @Test
    void silenceCountsFromTheLastActivityOrFromTheBeginning() {
        String flow = published(
                "lead",
                trigger("silent", Map.of("days", 3)),
                when("name", "无人跟进"),
                Map.of("do", "task", "input", Map.of("subject", "请跟进")));
        String lead = admin.post("/records/lead?duplicates=allow", Map.of("name", "无人跟进"))
                .expect(201)
                .text("id");
        Instant then = clock.instant().minus(Duration.ofDays(3)).plus(Duration.ofMinutes(5));
        admin.post(
                        "/records/activity",
                        Map.of(
                                "subject",
                                "电话",
                                "happened_at",
                                then.toString(),
                                "about",
                                Map.of("object", "lead", "id", lead)))
                .expect(201);
        await().atMost(PATIENCE)
                .until(() -> !admin.get("/records/lead/" + lead)
                        .at("/last_activity_at")
                        .isNull());

        clock.advance(Duration.ofMinutes(17));

        assertThat(ended(flow, 1).findValuesAsString("record")).containsExactly(lead);
    }

    @Test
    void aFlowInTheBinKeepsNoOtherFromGoingOn() {
        Instant at = clock.instant().plus(Duration.ofMinutes(3));
        String time = at.atZone(ZONE).toLocalTime().withNano(0).toString();
        sample(Map.of("note", "binned"));
        sample(Map.of("note", "kept"));
        String gone = published(
                "sample", trigger("schedule", Map.of("at", time)), when("note", "binned"), update(Map.of("size", 1)));
        String kept = published(
                "sample", trigger("schedule", Map.of("at", time)), when("note", "kept"), update(Map.of("size", 2)));
        String version = admin.get("/records/flow/" + gone).header("ETag");
        admin.header("If-Match", version).delete("/records/flow/" + gone).expect(204);
        admin.without("If-Match");

        clock.advance(Duration.ofMinutes(4));

        ended(kept, 1);
    }

    @Test
    void publishingOtherStepsDoesNotStartAnew() {
        Instant at = clock.instant().plus(Duration.ofMinutes(3));
        String time = at.atZone(ZONE).toLocalTime().withNano(0).toString();
        sample(Map.of("note", "republished"));
        Map<String, Object> schedule = trigger("schedule", Map.of("at", time));
        String flow = published("sample", schedule, when("note", "republished"), update(Map.of("size", 1)));
        clock.advance(Duration.ofMinutes(4));
        ended(flow, 1);

        patch(
                "/records/flow/" + flow,
                Map.of(
                        "definition",
                        Map.of(
                                "trigger",
                                schedule,
                                "when",
                                when("note", "republished"),
                                "steps",
                                List.of(update(Map.of("size", 2))))));
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
        clock.advance(Duration.ofMinutes(4));
        String other =
                published("sample", Map.of("kind", "created"), when("note", "after it"), update(Map.of("size", 1)));
        sample(Map.of("note", "after it"));
        ended(other, 1);

        assertThat(runs(flow)).hasSize(1);
    }

    // --- by hand
    // -------------------------------------------------------------------------------------------------------

    @Test
    void aButtonStartsItForRecordsThatOneMayChange() {
        String flow = published("lead", Map.of("kind", "button"), Map.of(), update(Map.of("company", "按钮")));
        Api seller = company.as("button", "sales");
        String own = seller.post("/records/lead", Map.of("name", "自己的线索"))
                .expect(201)
                .text("id");
        String other =
                admin.post("/records/lead", Map.of("name", "别人的线索")).expect(201).text("id");

        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(own, other)))
                .refused(404, "record.not_found");
        assertThat(seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(own)))
                        .expect(200)
                        .at("/begun")
                        .asInt())
                .isEqualTo(1);

        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("record").asString()).isEqualTo(own);
        assertThat(seller.get("/records/lead/" + own).text("company")).isEqualTo("按钮");
        seller.get("/flows/" + flow + "/runs").expect(404);
    }

    @Test
    void whatStartsByItselfIsNotStartedByHandAndNobodyLearnsOfIt() {
        String flow =
                published("lead", Map.of("kind", "created"), when("name", "nobody"), update(Map.of("company", "x")));
        Api seller = company.as("hand", "sales");
        String own =
                seller.post("/records/lead", Map.of("name", "手动")).expect(201).text("id");

        seller.post("/flows/" + flow + "/runs", Map.of("records", List.of(own))).expect(404);
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(own))).refused(409, "flow.not_by_hand");
        admin.post("/records/flow/" + flow + "/stop", Map.of()).expect(200);
        admin.post("/flows/" + flow + "/runs", Map.of("records", List.of(own))).refused(409, "flow.not_active");
    }
}
