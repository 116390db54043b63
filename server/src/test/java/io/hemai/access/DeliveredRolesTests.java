package io.hemai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What people can do with the roles that come with Hemai, as it is on the first day. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveredRolesTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private static String made(Api by, String object, Map<String, Object> values) {
        return by.post("/records/" + object, values).expect(201).text("id");
    }

    @Test
    void salesWorkTheirOwnAndSeeWhatNobodyHas() {
        Api li = tenant.as("li", "sales");
        Api wang = tenant.as("wang", "sales");
        String lead = made(li, "lead", Map.of("name", "李的线索"));
        Map<String, Object> unowned = new java.util.HashMap<>(Map.of("name", "公海线索"));
        unowned.put("owner", null);
        String free = made(admin, "lead", unowned);
        String account = made(li, "account", Map.of("name", "李的客户"));
        String contact = made(admin, "contact", Map.of("name", "联系人", "account", account));

        wang.get("/records/lead/" + lead).expect(404);
        wang.get("/records/lead/" + free).expect(200);
        li.get("/records/contact/" + contact).expect(200);
        wang.get("/records/contact/" + contact).expect(404);
        li.get("/roles").expect(403);
    }

    @Test
    void costIsNoBusinessOfSales() {
        String product = made(
                admin,
                "product",
                Map.of("name", "GTX Pro", "code", "GTXPRO", "cost", "100.00", "list_price", "200.00"));

        Answer seen =
                tenant.as("chen", "sales").get("/records/product/" + product).expect(200);
        assertThat(seen.body().has("cost")).isFalse();
        assertThat(seen.text("/list_price/amount")).isEqualTo("200.00");
        assertThat(tenant.as("boss", "sales_manager")
                        .get("/records/product/" + product)
                        .text("/cost/amount"))
                .isEqualTo("100.00");
        tenant.as("chen")
                .post("/records/product/query", Map.of("filter", Map.of("field", "cost", "op", "not_empty")))
                .expect(400);
    }

    @Test
    void viewerReadsEverythingAndWritesNothing() {
        String lead = made(admin, "lead", Map.of("name", "看"));
        Api viewer = tenant.as("viewer", "viewer");

        viewer.get("/records/lead/" + lead).expect(200);
        viewer.post("/records/lead", Map.of("name", "x")).expect(403);
        viewer.header("If-Match", "\"1\"").delete("/records/lead/" + lead).expect(403);
    }

    @Test
    void roleThatNamesOneObjectIsEnoughToWorkWithIt() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "deals_only",
                                "objects",
                                Map.of("opportunity", Map.of("read", "own", "create", true, "update", "own"))))
                .expect(201);
        Api rep = tenant.as("deals_rep", "deals_only");
        String deal = made(rep, "opportunity", Map.of("name", "一单"));

        rep.get("/records/opportunity/" + deal).expect(200);
        assertThat(rep.get("/records/opportunity/" + deal).text("/owner/label")).isEqualTo("deals_rep");
        rep.get("/records/lead").expect(404);
        rep.get("/records/product").expect(404);
    }

    @Test
    void marketingSeesAllLeadsAndNoTickets() {
        String lead = made(tenant.as("li2", "sales"), "lead", Map.of("name", "活动线索"));
        Api marketing = tenant.as("mei", "marketing");

        assertThat(List.of(lead, made(marketing, "campaign", Map.of("name", "展会"))))
                .hasSize(2);
        marketing.get("/records/lead/" + lead).expect(200);
    }
}
