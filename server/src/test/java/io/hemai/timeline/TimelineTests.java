package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.accounts.AccountObject;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.fieldtype.About;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.products.ProductObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class TimelineTests {
    @Autowired
    Tenants tenants;

    @Autowired
    TestTenants testTenants;

    @Autowired
    Records records;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountObject account;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ActivityObject activity;

    @Autowired
    TaskObject task;

    @Autowired
    ProductObject product;

    private Company company;
    private RecordId customer;

    @BeforeEach
    void makeCustomer() {
        company = Company.in(tenants);
        customer = company.call(() -> records.create(account, Values.of(account.name, "时间线公司")));
    }

    private void activity(String subject, Instant at) {
        company.run(() -> records.create(
                activity,
                Values.of(activity.subject, subject)
                        .set(activity.kind, ActivityKind.CALL)
                        .set(activity.happenedAt, at)
                        .set(activity.outcome, "reached")
                        .set(activity.account, customer)));
    }

    @Test
    void aTimelineTellsActivitiesTasksAndChangesNewestFirst() {
        Instant past = Instant.parse("2026-01-05T02:00:00Z");
        activity("第一次电话", past);
        company.run(() -> records.create(task, Values.of(task.subject, "寄资料").set(task.account, customer)));
        company.run(() -> records.update(account, customer, Values.of(account.tier, "vip"), "a rule"));

        Timeline.Page page = company.call(
                () -> timeline.page("account", customer, TimelinePlace.start(), 50, timeline.parts(), Locale.ENGLISH));
        assertThat(page.next()).isNull();
        assertThat(page.items()).extracting(TimelineItem::kind).containsExactly("updated", "task", "created", "call");
        TimelineItem changed = page.items().getFirst();
        assertThat(changed.why()).isEqualTo("a rule");
        assertThat(changed.body()).contains("→");
        assertThat(page.items().getLast().title()).isEqualTo("第一次电话");
        assertThat(page.items().getLast().facts()).isEqualTo(Map.of("outcome", "reached"));
    }

    @Test
    void anAccountShowsTheCallsOfItsDeals() {
        RecordId deal = company.call(() -> records.create(
                opportunity,
                Values.of(opportunity.name, "设备采购")
                        .set(opportunity.account, customer)
                        .set(opportunity.stage, "proposal")
                        .set(opportunity.amount, Money.of("1", "CNY"))));
        company.run(() ->
                records.create(activity, Values.of(activity.subject, "谈价格").set(activity.opportunity, deal)));
        assertThat(company.call(() -> timeline.page(
                                "account", customer, TimelinePlace.start(), 50, timeline.parts(), Locale.ENGLISH))
                        .items())
                .extracting(TimelineItem::title)
                .contains("谈价格");
    }

    @Test
    void aTimelineKeepsToTheRightsOfItsReader() {
        TestTenant tenant = testTenants.fresh();
        Api admin = tenant.admin();
        Map<String, Object> clerk = Map.of(
                "name",
                "clerk",
                "label",
                "clerk",
                "objects",
                Map.of("account", Map.of("read", "all")),
                "fields",
                Map.of("account.phone", "masked", "account.website", "hidden"));
        admin.post("/roles", clerk).expect(201);
        String path = "/records/account/"
                + admin.post("/records/account", Map.of("name", "保密公司"))
                        .expect(201)
                        .text("id");
        Map<String, Object> changed =
                Map.of("phone", "021-62345678", "website", "https://secret.example.com", "employees", 321);
        admin.header("If-Match", "\"1\"").patch(path, changed).expect(200);

        Answer timeline = tenant.as("clerk", "clerk").get(path + "/timeline").expect(200);

        assertThat(timeline.text("/items/0/body")).contains("321").contains("*").doesNotContain("62345678", "secret");
        Map<String, String> after = timeline.at("/items/0/changes")
                .valueStream()
                .collect(Collectors.toMap(
                        c -> c.at("/field").asString(), c -> c.at("/after").asString()));
        assertThat(after).containsEntry("employees", "321").containsOnlyKeys("employees", "phone");
        assertThat(after.get("phone")).contains("*").doesNotContain("62345678");
    }

    @Test
    void whatIsSaidOfADealStaysWithThoseWhoReadTheDeal() {
        TestTenant tenant = testTenants.fresh();
        Api admin = tenant.admin();
        String customer = admin.post("/records/account", Map.of("name", "两边公司"))
                .expect(201)
                .text("id");
        String person = admin.post("/records/contact", Map.of("name", "王两边", "account", customer))
                .expect(201)
                .text("id");
        String deal = admin.post("/records/opportunity", Map.of("name", "保密商机", "account", customer))
                .expect(201)
                .text("id");
        Map<String, Object> secret = Map.of("subject", "保密报价", "opportunity", deal, "contact", person);
        String said = admin.post("/records/activity", secret).expect(201).text("id");
        admin.post("/records/task", Map.of("subject", "保密待办", "opportunity", deal))
                .expect(201);
        admin.post("/records/activity", Map.of("subject", "公开拜访", "contact", person))
                .expect(201);

        Api service = tenant.as("helper", "service");

        assertThat(service.get("/records/account/" + customer + "/timeline").raw())
                .contains("公开拜访")
                .doesNotContain("保密");
        assertThat(service.get("/records/contact/" + person + "/timeline").raw())
                .contains("公开拜访")
                .doesNotContain("保密");
        assertThat(service.get("/records/activity?count=exact")
                        .at("/count/value")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.get("/search?q=保密").raw()).doesNotContain("保密报价");
        service.get("/records/activity/" + said).expect(404);
        assertThat(tenant.as("boss", "viewer")
                        .get("/records/account/" + customer + "/timeline")
                        .raw())
                .contains("保密报价", "保密待办", "公开拜访");
    }

    @Test
    void pagesLoseAndRepeatNothingEvenWhereTimesAreEqual() {
        Instant same = Instant.parse("2026-02-01T00:00:00Z");
        for (int i = 0; i < 9; i++) {
            activity("同时 " + i, i < 6 ? same : same.plusSeconds(i));
            int size = i;
            company.run(() -> records.update(account, customer, Values.of(account.employees, (long) size + 1)));
        }
        List<TimelineItem> all = new ArrayList<>();
        TimelinePlace place = TimelinePlace.start();
        while (place != null) {
            TimelinePlace from = place.isStart() ? place : TimelinePlace.parse(place.text());
            Timeline.Page page =
                    company.call(() -> timeline.page("account", customer, from, 4, timeline.parts(), Locale.ENGLISH));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            all.addAll(page.items());
            place = page.next();
        }
        assertThat(all).hasSize(9 + 9 + 1);
        assertThat(all).extracting(TimelineItem::id).doesNotHaveDuplicates();
        assertThat(all).extracting(TimelineItem::at).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void partsAreToldByThemselves() {
        activity("第一次电话", Instant.parse("2026-01-05T02:00:00Z"));
        company.run(() -> records.create(task, Values.of(task.subject, "寄资料").set(task.account, customer)));

        assertThat(kinds(Set.of("activity", "task"))).containsExactly("task", "call");
        assertThat(kinds(Set.of("changes"))).containsExactly("created");
        assertThat(kinds(Set.of("comment"))).isEmpty();
    }

    private List<String> kinds(Set<String> only) {
        return company
                .call(() -> timeline.page("account", customer, TimelinePlace.start(), 50, only, Locale.ENGLISH))
                .items()
                .stream()
                .map(TimelineItem::kind)
                .toList();
    }

    @Test
    void nothingComesToBeAboutWhatIsJustGoing() throws InterruptedException {
        RecordId item = company.call(() -> records.create(product, Values.of(product.name, "随行产品")));
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Thread colleague = Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, reason) -> refused.set(reason))
                .unstarted(() -> company.run(() -> records.create(
                        task, Values.of(task.subject, "寄样").set(task.about, new About("product", item)))));

        company.run(() -> records.together(() -> {
            records.delete(product, item);
            colleague.start();
            return joined(colleague, Duration.ofMillis(500));
        }));
        colleague.join();

        assertThat(refused.get()).isInstanceOf(Refusal.class).hasMessageContaining("about");
    }

    private static boolean joined(Thread thread, Duration within) {
        try {
            return thread.join(within);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
