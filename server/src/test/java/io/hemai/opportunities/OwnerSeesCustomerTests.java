package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.records.transfer.Bulk;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes to own a deal sees whose deal it is, and no more. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerSeesCustomerTests {
    private static final int FEW = 5;
    private static final int MANY = 150;
    /** Others work meanwhile, and who waits asks again. */
    private static final int ALLOWED = 100;

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private RecordId wang;
    private RecordId li;
    private Api asManager;
    private Api asWang;
    private Api asLi;

    @BeforeAll
    void team() {
        tenant = tenants.fresh();
        String department = made(tenant.admin(), "department", Map.of("name", "华东销售部"));
        wang = member("wang", department, "sales");
        li = member("li", department, "sales");
        member("chen", department, "sales_manager");
        asWang = tenant.as("wang");
        asLi = tenant.as("li");
        asManager = tenant.as("chen");
    }

    private RecordId member(String login, String department, String role) {
        RecordId id = tenant.person(login, role);
        change(tenant.admin(), "user", id.toString(), Map.of("department", department));
        return id;
    }

    /** A customer of Wang's, a person there and a deal. */
    private record Customer(String account, String contact, String deal) {}

    private Customer customer() {
        return customer("华东精密");
    }

    private Customer customer(String name) {
        String account = made(asWang, "account", Map.of("name", name));
        String contact = made(asWang, "contact", Map.of("name", "赵敏", "account", account));
        return new Customer(account, contact, deal(asWang, account, contact, wang));
    }

    private static String deal(Api by, String account, String contact, RecordId owner) {
        return made(
                by,
                "opportunity",
                Map.of("name", "产线改造", "account", account, "contact", contact, "owner", owner.toString()));
    }

    private static String made(Api by, String object, Map<String, ?> values) {
        return by.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private static void change(Api by, String object, String id, Map<String, ?> values) {
        String path = "/records/" + object + "/" + id;
        by.header("If-Match", by.get(path).header("ETag")).patch(path, values).expect(200);
        by.without("If-Match");
    }

    private static void assign(Api by, String deal, RecordId to) {
        by.post("/records/opportunity/" + deal + "/assign", Map.of("owner", to.toString()))
                .expect(200);
    }

    private static void assertSees(Api reader, boolean sees, Customer customer) {
        reader.get("/records/account/" + customer.account()).expect(sees ? 200 : 404);
        reader.get("/records/contact/" + customer.contact()).expect(sees ? 200 : 404);
    }

    @Test
    void theCustomerComesWithTheDealAndNothingElse() {
        Customer customer = customer();
        String other = deal(asWang, customer.account(), customer.contact(), wang);
        String boss = made(asWang, "contact", Map.of("name", "钱总", "account", customer.account()));
        String call = made(
                asWang,
                "activity",
                Map.of(
                        "kind",
                        "call",
                        "subject",
                        "谈价格",
                        "about",
                        Map.of("object", "account", "id", customer.account())));
        assertSees(asLi, false, customer);

        assign(asManager, customer.deal(), li);

        assertSees(asLi, true, customer);
        assertThat(asLi.get("/records/opportunity/" + customer.deal()).text("/account/label"))
                .isEqualTo("华东精密");
        Map<String, String> it = Map.of("field", "id", "op", "eq", "value", customer.account());
        assertThat(asLi.post("/records/account/query", Map.of("filter", it))
                        .expect(200)
                        .at("/items")
                        .size())
                .isEqualTo(1);
        asLi.get("/records/opportunity/" + other).expect(404);
        asLi.get("/records/contact/" + boss).expect(404);
        asLi.get("/records/activity/" + call).expect(404);
        String account = "/records/account/" + customer.account();
        asLi.header("If-Match", asLi.get(account).header("ETag"))
                .patch(account, Map.of("tier", "a"))
                .expect(403);
        asLi.without("If-Match");
        asLi.post(account + "/share", Map.of("with", List.of(Map.of("user", li.toString())), "level", "write"))
                .expect(403);
        assertThat(levels(customer)).containsExactly("alone");
    }

    private List<String> levels(Customer customer) {
        return asWang.post("/records/account/" + customer.account() + "/sharing", Map.of())
                .expect(200)
                .at("/with")
                .valueStream()
                .map(with -> with.path("level").asString())
                .toList();
    }

    @Test
    void itGoesWhenTheLastDealGoes() {
        Customer customer = customer();
        String second = deal(asWang, customer.account(), customer.contact(), wang);
        assign(asManager, customer.deal(), li);
        assign(asManager, second, li);

        assign(asManager, second, wang);
        assertSees(asLi, true, customer);
        assign(asManager, customer.deal(), wang);
        assertSees(asLi, false, customer);
        assertThat(levels(customer)).isEmpty();
    }

    @Test
    void whoWasLentItPassesItOn() {
        Customer customer = customer();
        assign(asManager, customer.deal(), li);
        RecordId zhao = tenant.person("zhao", "sales");

        assign(asLi, customer.deal(), zhao);

        assertSees(tenant.as("zhao"), true, customer);
        assertSees(asLi, false, customer);
    }

    @Test
    void whoMayNotShareTheCustomerGivesTheDealAlone() {
        Customer customer = customer();
        share(customer, "read");
        String own = deal(asLi, customer.account(), customer.contact(), li);
        RecordId sun = tenant.person("sun", "sales");

        assign(asLi, own, sun);

        tenant.as("sun").get("/records/opportunity/" + own).expect(200);
        assertSees(tenant.as("sun"), false, customer);
        share(customer, "none");
    }

    private void share(Customer customer, String level) {
        for (String path : List.of("account/" + customer.account(), "contact/" + customer.contact())) {
            asWang.post(
                            "/records/" + path + "/share",
                            Map.of("with", List.of(Map.of("user", li.toString())), "level", level))
                    .expect(200);
        }
    }

    @Test
    void whatSomebodySharedStaysShared() {
        Customer customer = customer();
        assign(asManager, customer.deal(), li);
        share(customer, "read");
        assertThat(levels(customer)).containsExactly("read");

        assign(asManager, customer.deal(), wang);
        assertSees(asLi, true, customer);
    }

    @Test
    void aDealMadeForAColleagueOrGivenAnotherCustomerComesWithIt() {
        Customer one = customer();
        Customer other = customer();
        String deal = deal(asWang, one.account(), one.contact(), li);
        assertSees(asLi, true, one);

        change(asManager, "opportunity", deal, Map.of("account", other.account(), "contact", other.contact()));
        assertSees(asLi, true, other);
        assertSees(asLi, false, one);
    }

    @Test
    void undoingManyAssignmentsTakesTheCustomersBack() throws InterruptedException {
        Customer customer = customer();
        Answer given = Bulk.ids("opportunity", List.of(customer.deal()))
                .set("owner", li.toString())
                .done(asManager);
        assertSees(asLi, true, customer);

        Bulk.undone(asManager, "/bulk/" + given.text("id"));
        assertSees(asLi, false, customer);
    }

    @Test
    void whatGoesToTheBinAndComesBackFindsItsCustomer() {
        Customer customer = customer();
        assign(asManager, customer.deal(), li);
        String path = "/records/opportunity/" + customer.deal();
        asManager
                .header("If-Match", asManager.get(path).header("ETag"))
                .delete(path)
                .expect(204);
        asManager.without("If-Match");
        assertSees(asLi, false, customer);
        asManager.post(path + "/restore", Map.of()).expect(200);
        assertSees(asLi, true, customer);
    }

    @Test
    void nobodyLendsOnByADealOfOnesOwnMaking() {
        Customer customer = customer();
        assign(asManager, customer.deal(), li);
        RecordId zhou = tenant.person("zhou", "sales");
        String made = deal(asLi, customer.account(), customer.contact(), li);

        assign(asLi, made, zhou);
        assertSees(tenant.as("zhou"), false, customer);
        assertSees(asLi, true, customer);
    }

    /** By its name a conversion finds a customer that the person may not read; giving the deal away and taking that back opens nothing. */
    @Test
    void aCustomerThatWasFoundUnseenStaysUnseen() throws InterruptedException {
        Customer customer = customer("绝密精工");
        Api asWu = tenant.as("wu", "sales");
        String deal = unseen(asWu, "绝密精工");

        Answer given = Bulk.ids("opportunity", List.of(deal))
                .set("owner", li.toString())
                .done(asWu);
        asWu.get("/records/opportunity/" + deal).expect(404);
        Answer undone = Bulk.undone(asWu, "/bulk/" + given.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).isEqualTo(1);
        asWu.get("/records/opportunity/" + deal).expect(200);
        asWu.get("/records/account/" + customer.account()).expect(404);
        asLi.get("/records/account/" + customer.account()).expect(404);
    }

    private static String unseen(Api by, String company) {
        String lead = made(by, "lead", Map.of("name", "某人", "company", company));
        Answer converted =
                by.post("/records/lead/" + lead + "/convert", Map.of()).expect(200);
        assertThat(converted.at("/account/hidden").asBoolean()).isTrue();
        return converted.text("/opportunity/id");
    }

    @Test
    void mergingCustomersLeadsLoansAlongAndBackAndOpensNoOthers() {
        Customer gone = customer("合并前");
        Customer kept = customer("合并后");
        assign(asManager, gone.deal(), li);

        asManager
                .post("/records/account/" + kept.account() + "/merge", Map.of("from", List.of(gone.account())))
                .expect(200);
        asLi.get("/records/account/" + kept.account()).expect(200);

        asManager
                .post("/records/account/" + kept.account() + "/undo_merge", Map.of())
                .expect(200);
        asLi.get("/records/account/" + kept.account()).expect(404);
        assertSees(asLi, true, gone);
    }

    @Test
    void whoTakesOverFromSomebodySeesWhatThatOneWasLent() {
        Customer lent = customer();
        Customer hidden = customer("绝密仪表");
        RecordId leaving = tenant.person("leaving", "sales");
        RecordId after = tenant.person("after", "sales");
        assign(asManager, lent.deal(), leaving);
        String deal = unseen(tenant.as("leaving"), "绝密仪表");

        tenant.admin()
                .post("/records/user/" + leaving + "/hand_over", Map.of("to", after.toString()))
                .expect(200);

        assertSees(tenant.as("after"), true, lent);
        tenant.as("after").get("/records/opportunity/" + deal).expect(200);
        tenant.as("after").get("/records/account/" + hidden.account()).expect(404);
    }

    @Test
    void manyCustomersGoInAsFewStatementsAsSome() throws InterruptedException {
        costOfLeaving(FEW);

        long few = costOfLeaving(FEW);
        long many = costOfLeaving(MANY);

        assertThat(few).isPositive();
        assertThat(many - few).as("%d, then %d", few, many).isLessThan(ALLOWED);
    }

    /** Of giving on deals whose customers had been lent. */
    private long costOfLeaving(int count) throws InterruptedException {
        List<Customer> customers = Stream.generate(this::customer).limit(count).toList();
        List<String> deals = customers.stream().map(Customer::deal).toList();
        Bulk.ids("opportunity", deals).set("owner", li.toString()).done(asManager);
        customers.forEach(customer -> assertSees(asLi, true, customer));
        try (RoundTrips trips = RoundTrips.counted()) {
            Bulk.ids("opportunity", deals).set("owner", wang.toString()).done(asManager);
            long cost = trips.count();
            customers.forEach(customer -> assertSees(asLi, false, customer));
            return cost;
        }
    }
}
