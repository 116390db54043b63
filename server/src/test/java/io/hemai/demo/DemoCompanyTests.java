package io.hemai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Passwords;
import io.hemai.kernel.RecordId;
import io.hemai.records.Row;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCompanyTests {
    private TestTenant demo;
    private DemoPlan plan;
    private List<Row> people;

    @Autowired
    TestTenants tenants;

    @Autowired
    DemoCompany company;

    @Autowired
    Passwords passwords;

    @Autowired
    TestClock clock;

    @BeforeAll
    void aCompanyThatIsTold() {
        demo = tenants.fresh();
        plan = DemoPlan.of(2026, LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
        people = demo.call(company::fill);
    }

    @Test
    void isThereWholeAndOnce() {
        assertThat(people).hasSize(plan.people().size());
        assertThat(count("lead", "")).isEqualTo(plan.leads().size());
        assertThat(count("account", "")).isEqualTo(plan.accounts().size());
        assertThat(count("contact", "")).isEqualTo(plan.contacts().size());
        assertThat(count("opportunity", "")).isEqualTo(plan.deals().size());
        assertThat(count("activity", "")).isEqualTo(plan.activities().size());
        assertThat(count("task", "")).isEqualTo(plan.tasks().size());
        assertThat(count("stage_history", ""))
                .isEqualTo(plan.deals().stream()
                        .mapToInt(deal -> deal.stages().size())
                        .sum());
        assertThat(demo.call(company::fill)).isEmpty();
        assertThat(count("lead", "")).isEqualTo(plan.leads().size());
    }

    @Test
    void dealsStandWhereThePlanLeftThem() {
        long won = plan.deals().stream().filter(d -> d.status().equals("won")).count();
        assertThat(count("opportunity", filter("status", "won"))).isEqualTo(won);
        DemoPlan.Deal told = plan.deals().stream()
                .filter(d -> d.status().equals("lost"))
                .findFirst()
                .orElseThrow();
        Answer deal =
                demo.admin().get("/records/opportunity?limit=1&filter=" + filter("external_id", "demo-" + told.key()));
        assertThat(deal.text("/items/0/stage")).isEqualTo("lost");
        assertThat(deal.text("/items/0/closed_at"))
                .startsWith(told.stages().getLast().enteredAt().toString().substring(0, 10));
        assertThat(deal.text("/items/0/loss_reason")).isNotEmpty();
        assertThat(deal.at("/items/0/amount/amount").asString())
                .isEqualTo(told.amount().setScale(2).toPlainString());
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        TestTenant other = tenants.fresh();
        other.call(company::fill);
        Api admin = other.admin();
        forgetTheEnd(admin);
        String task = admin.get("/records/task?limit=1").text("/items/0/id");
        admin.header("If-Match", "\"1\"").delete("/records/task/" + task).expect(204);
        other.call(company::fill);
        assertThat(admin.without("If-Match")
                        .get("/records/task?count=exact&limit=1")
                        .at("/count/value")
                        .asLong())
                .isEqualTo(plan.tasks().size());
    }

    @Test
    void staysAwayWhereSomebodyWorks() {
        TestTenant busy = tenants.fresh();
        busy.admin().post("/records/account", Map.of("name", "苏州第一家客户有限公司")).expect(201);
        assertThat(busy.call(company::fill)).isEmpty();
    }

    @Test
    void itsSalespeopleSeeTheirOwn() {
        RecordId wang = people.stream()
                .filter(row -> row.label().equals("王芳"))
                .findFirst()
                .orElseThrow()
                .id();
        demo.run(() -> passwords.set(wang, TestTenant.PASSWORD));
        Api hers = tenants.api().signIn(demo.name(), "wangfang", TestTenant.PASSWORD);
        long own =
                plan.deals().stream().filter(d -> d.owner().equals("wangfang")).count();
        assertThat(hers.get("/records/opportunity?count=exact&limit=1")
                        .at("/count/value")
                        .asLong())
                .isEqualTo(own);
    }

    @Test
    void dealsBeganWhenTheirStorySaysAndByWhom() {
        DemoPlan.Deal told = plan.deals().getFirst();
        Api admin = demo.admin().speaking("zh-CN");
        Answer deal = admin.get("/records/opportunity?limit=1&filter=" + filter("external_id", "demo-" + told.key()));
        Answer timeline = admin.get("/records/opportunity/" + deal.text("/items/0/id") + "/timeline?limit=200");
        List<JsonNode> begun = timeline.at("/items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("created"))
                .toList();

        assertThat(begun).hasSize(1);
        assertThat(begun.getFirst().path("at").asString())
                .startsWith(deal.text("/items/0/created_at").substring(0, 10));
        assertThat(begun.getFirst().at("/actor/id").asString()).isEqualTo(deal.text("/items/0/created_by/id"));
        assertThat(begun.getFirst().path("why").asString()).isEqualTo("演示数据");
    }

    private static void forgetTheEnd(Api admin) {
        Answer company = admin.get("/records/department?filter="
                + URLEncoder.encode(
                        "{\"field\":\"external_id\",\"op\":\"starts_with\",\"value\":\"demo-company-\"}",
                        StandardCharsets.UTF_8));
        String told = company.text("/items/0/external_id");
        admin.header("If-Match", "\"" + company.at("/items/0/version").asLong() + "\"")
                .patch(
                        "/records/department/" + company.text("/items/0/id"),
                        Map.of("external_id", told.replace("demo-company-", "demo-company-unfinished-")))
                .expect(200);
    }

    private long count(String object, String filter) {
        return demo.admin()
                .get("/records/" + object + "?count=exact&limit=1" + (filter.isEmpty() ? "" : "&filter=" + filter))
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    private static String filter(String field, String value) {
        return URLEncoder.encode(
                "{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(field, value), StandardCharsets.UTF_8);
    }
}
