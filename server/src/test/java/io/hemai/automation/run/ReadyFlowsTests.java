package io.hemai.automation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies begin with flows that remind people of what they would forget. */
@HemaiTest
class ReadyFlowsTests {
    private static final int ALL = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    ReadyFlows ready;

    @Autowired
    Tenants tenants;

    @Autowired
    TestTenants companies;

    @Autowired
    Records records;

    @Autowired
    FlowObject flow;

    @Autowired
    TestClock clock;

    private static <T> T in(Tenant tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    private List<Row> flows(Tenant tenant) {
        return in(tenant, () -> records.list(Query.of(flow).limit(50)));
    }

    private int given(Tenant tenant) {
        return in(tenant, () -> ready.give(tenant));
    }

    @Test
    void aNewCompanyBeginsWithThemAtWork() {
        Tenant tenant = tenants.create(new TenantId("ready_flows"), "新公司");
        assertThat(given(tenant)).isEqualTo(ALL);
        assertThat(flows(tenant))
                .hasSize(ALL)
                .allSatisfy(row -> {
                    assertThat(row.value(flow.status)).isEqualTo(FlowStatus.ACTIVE);
                    assertThat(row.label() + row.value(flow.definition)).doesNotContain("zh-CN");
                })
                .extracting(Row::label)
                .contains("线索 3 天未跟进", "任务到期");
    }

    @Test
    void aCompanyAtWorkFindsThemDrawnOnceWhateverBecomesOfThem() {
        Tenant tenant = companies.fresh().tenant();
        assertThat(given(tenant)).isEqualTo(ALL);
        assertThat(flows(tenant)).extracting(row -> row.value(flow.status)).containsOnly(FlowStatus.DRAFT);
        flows(tenant)
                .forEach(row -> in(tenant, () -> {
                    records.delete(flow, row.id());
                    return true;
                }));
        assertThat(given(tenant)).isZero();
        assertThat(flows(tenant)).isEmpty();
    }

    /** The owner is told after three days, the manager two days later, unless somebody has been in touch. */
    @Test
    void aForgottenLeadIsToldOf() {
        TestTenant company = companies.fresh();
        reports(company, company.person("seller", "sales"), company.person("manager", "sales_manager"));
        given(company.tenant());
        publish(company, "线索 3 天未跟进");

        String forgotten = lead(company, "被忘记的人");
        String remembered = lead(company, "后来有人联系的人");
        clock.advance(Duration.ofMinutes(17));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(company.as("seller"))).hasSize(2));
        assertThat(told(company.as("seller"))).containsOnly("线索已 3 天没有跟进");
        assertThat(told(company.as("manager"))).isEmpty();

        activity(company, remembered, clock.instant());
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(runsUnderWay(company)).isZero());
        assertThat(told(company.as("manager"))).containsExactly("下属的线索已 5 天没有跟进");
        assertThat(company.as("manager")
                        .post("/records/notification/query", Map.of("fields", List.of("about")))
                        .raw())
                .contains(forgotten)
                .doesNotContain(remembered);
    }

    /** Whom they told already, and who has looked after it since, is told nothing more. */
    @Test
    void whatIsLookedAfterIsNotToldToTheManager() {
        TestTenant company = companies.fresh();
        given(company.tenant());
        LocalDate today = LocalDate.ofInstant(clock.instant(), company.tenant().zone());
        String account = made(company, "account", Map.of("name", "华东精密"));
        Map<String, Object> about = Map.of("object", "account", "id", account);
        Map<String, Object> deal = Map.of("name", "一单", "account", account);
        assertThat(steps(company, "任务到期", "task", with(about, clock.instant().minusSeconds(60))))
                .containsExactly("s1", "s2", "s3");
        assertThat(steps(company, "任务到期", "task", with(about, clock.instant().minus(Duration.ofDays(2)))))
                .containsExactly("s1", "s2", "s3", "s4");
        assertThat(steps(company, "商机已过预计成交日", "opportunity", closing(deal, today.minusDays(1))))
                .containsExactly("s1", "s2", "s3");
        assertThat(steps(company, "商机已过预计成交日", "opportunity", closing(deal, today.minusDays(8))))
                .containsExactly("s1", "s2", "s3", "s4");
        assertThat(steps(company, "商机阶段停留超过 7 天", "opportunity", deal)).containsExactly("s1", "s2", "s3");
    }

    private static Map<String, Object> with(Map<String, Object> about, Instant due) {
        return Map.of("subject", "回电", "about", about, "due_at", due.toString());
    }

    private static Map<String, Object> closing(Map<String, Object> deal, LocalDate day) {
        Map<String, Object> closing = new HashMap<>(deal);
        closing.put("close_date", day.toString());
        return closing;
    }

    private static String made(TestTenant company, String object, Map<String, Object> values) {
        return company.admin()
                .post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    /** Which steps the flow would take with a new record. */
    private List<String> steps(TestTenant company, String flow, String object, Map<String, Object> values) {
        return company.admin()
                .post("/flows/" + named(company, flow).id() + "/trial", Map.of("record", made(company, object, values)))
                .expect(200)
                .at("/steps")
                .valueStream()
                .map(step -> step.at("/step").asString())
                .toList();
    }

    private Row named(TestTenant company, String name) {
        return flows(company.tenant()).stream()
                .filter(one -> one.label().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void reports(TestTenant company, RecordId person, RecordId to) {
        String team = company.admin()
                .post("/records/department", Map.of("name", "team"))
                .expect(201)
                .text("id");
        change(company, to, Map.of("department", team));
        change(company, person, Map.of("department", team, "manager", to.toString()));
    }

    private static void change(TestTenant company, RecordId person, Map<String, Object> values) {
        String path = "/records/user/" + person;
        Api admin = company.admin();
        admin.header("If-Match", admin.get(path).header("ETag"))
                .patch(path, values)
                .expect(200);
    }

    private void publish(TestTenant company, String name) {
        company.admin()
                .post("/records/flow/" + named(company, name).id() + "/publish", Map.of())
                .expect(200);
    }

    /** Five minutes before it has been quiet for three days. */
    private String lead(TestTenant company, String name) {
        String id = company.as("seller")
                .post("/records/lead?duplicates=allow", Map.of("name", name))
                .expect(201)
                .text("id");
        activity(company, id, clock.instant().minus(Duration.ofDays(3)).plus(Duration.ofMinutes(5)));
        return id;
    }

    private static void activity(TestTenant company, String lead, Instant at) {
        Api seller = company.as("seller");
        seller.post(
                        "/records/activity",
                        Map.of(
                                "subject",
                                "电话",
                                "happened_at",
                                at.toString(),
                                "about",
                                Map.of("object", "lead", "id", lead)))
                .expect(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Instant.parse(seller.get("/records/lead/" + lead)
                                .at("/last_activity_at")
                                .asString(Instant.EPOCH.toString())))
                        .isBetween(at.minusSeconds(1), at.plusSeconds(1)));
    }

    private static List<String> told(Api who) {
        return who.post("/records/notification/query", Map.of("fields", List.of("name")))
                .expect(200)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString())
                .toList();
    }

    private long runsUnderWay(TestTenant company) {
        Api admin = company.admin();
        return flows(company.tenant()).stream()
                .flatMap(row -> admin.get("/flows/" + row.id() + "/runs")
                        .expect(200)
                        .at("/items")
                        .valueStream())
                .filter(run -> run.at("/state").asString().equals("running"))
                .count();
    }
}
