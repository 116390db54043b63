package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Limits;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is planned and done about a customer is what is said to be next with them. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpTests {
    private static final String LATE = "2026-01-05T01:00:00Z";
    private static final String TOMORROW = day(1);
    private static final String LATER = day(4);

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api seller;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        seller = tenant.as("seller", "sales");
    }

    @Test
    void aTaskIsTheNextStepUntilItIsDone() {
        String lead = lead(Map.of());

        String offer = task(seller, lead, "发报价", TOMORROW);
        String visit = task(seller, lead, "上门演示", LATER);
        assertNext(lead, "发报价", TOMORROW);

        complete(offer);
        assertNext(lead, "上门演示", LATER);
        assertThat(reasons(lead)).containsOnly("跟进安排");

        complete(visit);
        assertNext(lead, "", "");
    }

    @Test
    void aTaskTakesTheNextStepAlong() {
        String lead = lead(Map.of());
        String offer = task(seller, lead, "发报价", TOMORROW);

        change("/records/task/" + offer, Map.of("due_at", LATER));
        assertNext(lead, "发报价", LATER);

        delete("/records/task/" + offer);
        assertNext(lead, "", "");
    }

    @Test
    void whatTheLeadsOwnerWroteGoesOnWithTheDeal() {
        String lead = lead(Map.of());
        task(seller, lead, "再次回访", LATE);
        change("/records/lead/" + lead, Map.of("next_step", "把行业案例发过去", "next_follow_up_at", "2026-01-07T01:00:00Z"));

        Answer made =
                seller.post("/records/lead/" + lead + "/convert", Map.of()).expect(200);

        Answer deal = seller.get("/records/opportunity/" + made.text("/opportunity/id"));
        assertThat(deal.text("next_step")).isEqualTo("把行业案例发过去");
        assertThat(deal.text("next_follow_up_at")).isEqualTo("2026-01-07T01:00:00Z");
    }

    @Test
    void aTaskThatIsOpenAgainIsNextAgain() {
        String lead = lead(Map.of());
        String offer = task(seller, lead, "发报价", TOMORROW);
        complete(offer);
        Map<String, Object> open = new HashMap<>();
        open.put("done_at", null);
        change("/records/task/" + offer, open);
        assertNext(lead, "发报价", TOMORROW);
    }

    @Test
    void whoWasReachedIsNotToBeRungUpAgain() {
        String lead = lead(Map.of("next_follow_up_at", LATE, "next_step", "回电"));
        contact(lead, "note", Map.of());
        contact(lead, "call", Map.of("outcome", "not_reached"));
        assertNext(lead, "回电", LATE);

        contact(lead, "call", Map.of("outcome", "reached"));
        assertNext(lead, "", "");
        assertThat(reasons(lead)).containsOnly("跟进安排");
    }

    @Test
    void aContactThatIsTakenBackHasEndedNothing() {
        String lead = lead(Map.of("next_follow_up_at", LATE, "next_step", "回电"));
        String call = contact(lead, "call", Map.of());
        String offer = task(seller, lead, "发报价", TOMORROW);
        assertNext(lead, "发报价", TOMORROW);
        delete("/records/task/" + offer);
        delete("/records/activity/" + call);
        assertNext(lead, "回电", LATE);
        seller.post("/records/activity/" + call + "/restore", Map.of()).expect(200);
        assertNext(lead, "", "");
    }

    @Test
    void aContactThatIsDeletedBringsBackNothingThatChangedSince() {
        String lead = lead(Map.of("next_follow_up_at", LATE, "next_step", "回电"));
        String call = contact(lead, "call", Map.of());
        String visit = contact(lead, "visit", Map.of());
        task(seller, lead, "发报价", TOMORROW);
        delete("/records/activity/" + call);
        delete("/records/activity/" + visit);
        assertNext(lead, "发报价", TOMORROW);
    }

    @Test
    void whatIsPlannedForAnotherDayStays() {
        String lead = lead(Map.of("next_follow_up_at", LATER, "next_step", "回访"));
        contact(lead, "call", Map.of());
        task(seller, lead, "发报价", TOMORROW);
        assertNext(lead, "回访", LATER);
    }

    @Test
    void aContactOfThePastEndsNothingThatCameLater() {
        String lead = lead(Map.of("next_follow_up_at", LATE, "next_step", "回电"));
        contact(lead, "visit", Map.of("happened_at", "2026-01-04T01:00:00Z"));
        assertNext(lead, "回电", LATE);
    }

    @Test
    void whatIsNotedDownBeforehandEndsNothing() {
        String lead = lead(Map.of("next_follow_up_at", TOMORROW, "next_step", "回电"));
        contact(lead, "visit", Map.of("happened_at", LATER));
        contact(lead, "visit", Map.of("happened_at", "9999-12-31T23:00:00Z"));
        assertNext(lead, "回电", TOMORROW);
    }

    @Test
    void howeverMuchOthersPlanTheOwnersPlansCount() {
        String lead = lead(Map.of());
        Api colleague = tenant.as("busy", "admin");
        List<Map<String, Object>> many = IntStream.range(0, Limits.BATCH)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("subject", "a", "due_at", LATE, "about", about("lead", lead)))
                .toList();
        colleague.post("/records/task/batch", Map.of("create", many)).expect(200);

        String offer = task(seller, lead, "发报价", TOMORROW);
        assertNext(lead, "发报价", TOMORROW);
        change("/records/task/" + offer, Map.of("due_at", LATER));
        assertNext(lead, "发报价", LATER);
    }

    @Test
    void whoDoesNotSeeTasksIsToldOfNone() {
        Api blind = tenant.having(
                "blind",
                Map.of("*", Map.of("read", "all", "create", true, "update", "all")),
                Map.of("task.subject", "hidden"));
        String lead = text(blind.post("/records/lead", Map.of("name", "张三")), "id");
        String path = "/records/lead/" + lead;
        String owner = tenant.admin().get(path).text("owner/id");
        Map<String, Object> visit =
                Map.of("subject", "上门演示", "due_at", LATER, "about", about("lead", lead), "owner", owner);
        tenant.admin().post("/records/task", visit).expect(201);
        Api admin = tenant.admin();
        admin.header("If-Match", admin.get(path).header("ETag"))
                .patch(path, Map.of("next_step", "回电", "next_follow_up_at", LATE))
                .expect(200);
        blind.post("/records/activity", Map.of("kind", "call", "body", "a", "about", about("lead", lead)))
                .expect(201);
        assertNext(admin, lead, "回电", LATE);
    }

    @Test
    void onlyTheOwnersPlansCount() {
        String lead = lead(Map.of());
        Api colleague = tenant.as("colleague", "admin");
        task(colleague, lead, "准备方案", TOMORROW);
        assertNext(lead, "", "");
    }

    @Test
    void whoMayNotWriteItPlansAllTheSame() {
        Api clerk = tenant.having(
                "clerk",
                Map.of("*", Map.of("read", "all", "create", true, "update", "all")),
                Map.of("lead.next_step", "read", "opportunity.next_follow_up_at", "hidden"));
        String lead = text(clerk.post("/records/lead", Map.of("name", "张三")), "id");
        String deal = text(clerk.post("/records/opportunity", Map.of("name", "交换机")), "id");
        task(clerk, lead, "发报价", TOMORROW);
        clerk.post("/records/task", Map.of("subject", "发报价", "due_at", TOMORROW, "about", about("opportunity", deal)))
                .expect(201);
        clerk.post("/records/activity", Map.of("kind", "call", "body", "a", "about", about("opportunity", deal)))
                .expect(201);
        assertThat(clerk.get("/records/lead/" + lead).at("/next_follow_up_at").isNull())
                .isTrue();
        assertThat(tenant.admin()
                        .get("/records/opportunity/" + deal)
                        .at("/next_follow_up_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void peopleHaveATimeWithoutWords() {
        String person = text(seller.post("/records/contact", Map.of("name", "李四")), "id");
        seller.post("/records/task", Map.of("subject", "拜访", "due_at", TOMORROW, "about", about("contact", person)))
                .expect(201);
        assertThat(seller.get("/records/contact/" + person).text("next_follow_up_at"))
                .isEqualTo(TOMORROW);
    }

    @Test
    void theTimelineTellsOfTheTaskAlone() {
        String lead = lead(Map.of());
        task(seller, lead, "发报价", TOMORROW);
        List<String> kinds = StreamSupport.stream(
                        seller.get("/records/lead/" + lead + "/timeline")
                                .at("/items")
                                .spliterator(),
                        false)
                .map(item -> item.path("kind").asString())
                .toList();
        assertThat(kinds).containsExactly("task", "created");
    }

    private String lead(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", "张三");
        return text(seller.post("/records/lead?duplicates=allow", all), "id");
    }

    private static String task(Api by, String lead, String subject, String due) {
        return text(
                by.post("/records/task", Map.of("subject", subject, "due_at", due, "about", about("lead", lead))),
                "id");
    }

    private String contact(String lead, String kind, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("kind", kind, "body", "聊了聊", "about", about("lead", lead)));
        return text(seller.post("/records/activity", values), "id");
    }

    private void complete(String task) {
        seller.post("/records/task/" + task + "/complete", Map.of()).expect(200);
    }

    private void change(String path, Map<String, Object> values) {
        seller.header("If-Match", seller.get(path).header("ETag"))
                .patch(path, values)
                .expect(200);
        seller.without("If-Match");
    }

    private void delete(String path) {
        seller.header("If-Match", seller.get(path).header("ETag")).delete(path).expect(204);
        seller.without("If-Match");
    }

    private void assertNext(String lead, String step, String at) {
        assertNext(seller, lead, step, at);
    }

    private static void assertNext(Api reader, String lead, String step, String at) {
        JsonNode found = reader.get("/records/lead/" + lead).expect(200).body();
        assertThat(List.of(
                        found.path("next_step").asString(""),
                        found.path("next_follow_up_at").asString("")))
                .containsExactly(step, at);
    }

    /** Why the lead was changed, but for its first contact. */
    private List<String> reasons(String lead) {
        return StreamSupport.stream(
                        seller.get("/records/lead/" + lead + "/history")
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("act").asString().equals("updated"))
                .filter(entry -> entry.toString().contains("next_follow_up_at"))
                .map(entry -> entry.path("why").asString())
                .toList();
    }

    private static Map<String, Object> about(String object, String id) {
        return Map.of("object", object, "id", id);
    }

    private static String text(Answer made, String path) {
        return made.expect(201).text(path);
    }

    private static String day(int ahead) {
        return Instant.ofEpochSecond(Instant.now().plus(Duration.ofDays(ahead)).getEpochSecond())
                .toString();
    }
}
