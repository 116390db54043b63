package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.RecordId;
import io.hemai.testing.Api;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Limits and waits that count in working time, by the hours of whose time it is. */
class WorkingTimeLimitTests extends ApprovalCompany {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The seller's team works one hour a week, in three days; the manager's in four. */
    private LocalDate sellersDay;

    private LocalDate managersDay;

    /** Sessions end in days that pass. */
    @BeforeEach
    void signIn() {
        admin = company.admin();
        seller = company.as("seller");
        manager = company.as("manager");
        director = company.as("director");
    }

    private void passUntil(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
        signIn();
    }

    /** Whatever the day is, none of the next ones is a holiday. */
    private void withoutHolidays() {
        List<Map<String, Object>> all = admin.get("/records/working_day?limit=200")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(day -> Map.<String, Object>of(
                        "id",
                        day.path("id").asString(),
                        "version",
                        day.path("version").asLong()))
                .toList();
        admin.post("/records/working_day/batch", Map.of("delete", all)).expect(200);
    }

    @BeforeAll
    void teams() {
        withoutHolidays();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        sellersDay = today.plusDays(3);
        managersDay = today.plusDays(4);
        worksIn(sellerId, team("销售", calendar(sellersDay.getDayOfWeek())));
        String above = team("管理", calendar(managersDay.getDayOfWeek()));
        worksIn(
                managerId,
                admin.post("/records/department", Map.of("name", "经理", "parent", above))
                        .expect(201)
                        .text("id"));
    }

    private String calendar(DayOfWeek only) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "每周 " + only));
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            values.put(name, day == only ? "10:00-11:00" : null);
        }
        return admin.post("/records/working_calendar", values).expect(201).text("id");
    }

    private String team(String name, String calendar) {
        return admin.post("/records/department", Map.of("name", name, "calendar", calendar))
                .expect(201)
                .text("id");
    }

    private void worksIn(RecordId person, String department) {
        patch("/records/user/" + person, Map.of("department", department));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private JsonNode part(Api who, String record) {
        return who.post(
                        "/records/approval_task/query",
                        Map.of("filter", Map.of("field", "about", "op", "eq", "value", record)))
                .expect(200)
                .at("/items/0");
    }

    private static Instant due(JsonNode of) {
        return Instant.parse(of.at("/due_at").asString());
    }

    @Test
    void theHoursOfEachWhoIsAskedCount() {
        Map<String, Object> terms = Map.of(
                "who",
                "people",
                "people",
                ids(managerId, directorId),
                "mode",
                "all",
                "within_hours",
                1,
                "working",
                true);
        String record = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        task(manager, record);
        assertThat(due(part(manager, record))).isEqualTo(at(managersDay, 11));
        assertThat(due(part(director, record))).isBefore(at(managersDay, 9));
        assertThat(due(approval(seller, record, "pending")))
                .as("until the time of all is up")
                .isEqualTo(at(managersDay, 11));
    }

    @Test
    void timeRunsOutByThem() {
        Map<String, Object> terms =
                Map.of("who", "people", "people", ids(managerId), "within_hours", 1, "working", true, "late", "pass");
        String record = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        task(manager, record);
        passUntil(at(managersDay, 11).minusSeconds(300));
        String other = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("b", terms)), other);
        task(manager, other);
        approval(seller, record, "pending");
        passUntil(at(managersDay, 11).plusSeconds(60));
        approval(seller, record, "approved");
        approval(seller, other, "pending");
        assertThat(due(part(manager, other)))
                .isBetween(at(managersDay.plusDays(7), 10), at(managersDay.plusDays(7), 11));
    }

    @Test
    void whoItIsGivenToAboveHasTimeByTheirOwnHours() {
        Map<String, Object> terms = Map.of(
                "who", "people", "people", ids(managerId), "within_hours", 1, "working", true, "late", "escalate");
        String record = offer(Map.of());
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        task(manager, record);
        worksIn(directorId, team("总部", calendar(sellersDay.getDayOfWeek())));
        passUntil(at(managersDay, 11).plusSeconds(60));
        task(director, record);
        assertThat(due(part(director, record))).isEqualTo(at(sellersDay.plusDays(7), 11));
        assertThat(due(approval(seller, record, "pending"))).isEqualTo(at(sellersDay.plusDays(7), 11));
    }

    @Test
    void aWaitCountsTheHoursOfWhoseRecordItIs() {
        String flow = published(
                "sample",
                Map.of("kind", "created"),
                when("name", "等一等"),
                Map.of("do", "wait", "input", Map.of("hours", 1, "working", true)),
                update(Map.of("note", "over")));
        String record = offer(Map.of("name", "等一等"));
        await().atMost(PATIENCE)
                .until(() ->
                        runs(flow).size() == 1 && steps(flow, runs(flow).get(0)).size() == 1);
        assertThat(Instant.parse(steps(flow, runs(flow).get(0)).at("/0/detail").asString()))
                .isEqualTo(at(sellersDay, 11));
        passUntil(at(sellersDay, 11).plusSeconds(60));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(record).text("note")).isEqualTo("over"));
    }

    @Test
    void beforeADateNoWorkingTimeIsCounted() {
        Map<String, Object> until = Map.of("until", "day", "days", -1, "working", true);
        Map<String, Object> back = Map.of("days", 2, "hours", -1, "working", true);
        assertThat(drawn(
                                "sample",
                                Map.of("kind", "created"),
                                Map.of(),
                                List.of(Map.of("do", "wait", "input", until), Map.of("do", "wait", "input", back)))
                        .at("/errors")
                        .findValuesAsString("code"))
                .containsExactlyInAnyOrder("flow.working_until", "flow.no_time");
    }
}
