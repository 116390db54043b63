package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What a conversion would find is what it finds then, and told to nobody who would not come to see it. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversionTests {
    private static final Map<String, Object> ALL = Map.of("read", "all", "create", true, "update", "all");

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
        return by.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private static Answer foreseen(Api by, String lead, Map<String, Object> input) {
        return by.post("/records/lead/" + lead + "/conversion", input);
    }

    @Test
    void theCustomerOfTheNameIsFoundWhateverItsForm() {
        String known = made(admin, "account", Map.of("name", "华东精密集团有限公司"));
        String likely = made(admin, "account", Map.of("name", "华东精密机械有限公司"));
        String lead = made(admin, "lead", Map.of("name", "陈静", "company", "华东（精密）"));

        Answer found = foreseen(admin, lead, Map.of()).expect(200);

        assertThat(found.text("/account/id")).isEqualTo(known);
        assertThat(found.text("/account/label")).isEqualTo("华东精密集团有限公司");
        assertThat(found.text("/account/owner/label"))
                .isEqualTo(admin.get("/session").text("/user/label"));
        assertThat(found.at("similar_accounts").toString()).contains(known, likely, "华东精密机械有限公司");
        assertThat(admin.post("/records/lead/" + lead + "/convert", Map.of())
                        .expect(200)
                        .text("/account/id"))
                .isEqualTo(known);
    }

    @Test
    void anotherNameIsAnotherCustomer() {
        String known = made(admin, "account", Map.of("name", "远山仪表"));
        String lead = made(admin, "lead", Map.of("name", "李明", "company", "没人听过的公司"));

        Answer unknown = foreseen(admin, lead, Map.of()).expect(200);
        Answer typed = foreseen(admin, lead, Map.of("account_name", "远山仪表有限公司")).expect(200);

        assertThat(unknown.at("account").isNull()).isTrue();
        assertThat(unknown.at("similar_accounts").isEmpty()).isTrue();
        assertThat(typed.text("/account/id")).isEqualTo(known);
    }

    @Test
    void theContactIsLookedForAtTheAccountThatIsUsed() {
        String known = made(admin, "account", Map.of("name", "常州先锋公司"));
        String other = made(admin, "account", Map.of("name", "无锡后卫公司"));
        String person = made(admin, "contact", Map.of("name", "王强", "mobile", "13912340001", "account", other));
        String lead = made(
                admin,
                "lead",
                Map.of("name", "王强", "company", "常州先锋", "mobile", "13912340001", "product_interest", "铣床"));

        assertThat(foreseen(admin, lead, Map.of()).expect(200).at("contact").isNull())
                .isTrue();
        Answer chosen = foreseen(admin, lead, Map.of("account", other)).expect(200);
        assertThat(foreseen(admin, lead, Map.of()).text("/similar_contacts/0/id"))
                .isEqualTo(person);

        assertThat(chosen.text("/contact/id")).isEqualTo(person);
        assertThat(chosen.text("/account/id")).isEqualTo(known);
        assertThat(chosen.text("/opportunity_name")).isEqualTo("无锡后卫 铣床");
        Answer made = admin.post("/records/lead/" + lead + "/convert", Map.of("account", other))
                .expect(200);
        assertThat(made.text("/contact/id")).isEqualTo(person);
        assertThat(admin.get("/records/opportunity/" + made.text("/opportunity/id"))
                        .text("name"))
                .isEqualTo("无锡后卫 铣床");
    }

    @Test
    void aCustomerOfOthersIsThereAndNoMoreIsTold() {
        String account = made(admin, "account", Map.of("name", "宁波远航公司"));
        made(admin, "contact", Map.of("name", "吴刚", "mobile", "13912340002", "account", account));
        Api sales = tenant.as("sales", "sales");
        String lead = made(sales, "lead", Map.of("name", "吴刚", "company", "宁波远航", "mobile", "13912340002"));

        Answer found = foreseen(sales, lead, Map.of()).expect(200);

        assertThat(found.at("account").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(found.at("contact").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(found.at("similar_accounts").isEmpty()).isTrue();
        foreseen(sales, lead, Map.of("account", account)).refused(422, "lead.no_such_target");
    }

    @Test
    void whatIsKeptFromAPersonIsNotFoundOutByIt() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "kept",
                                "objects",
                                Map.of("*", ALL),
                                "fields",
                                Map.of("lead.company", "hidden", "lead.mobile", "masked")))
                .expect(201);
        Api clerk = tenant.as("clerk", "kept");
        made(admin, "account", Map.of("name", "藏起来的公司"));
        String lead = made(admin, "lead", Map.of("name", "周杰", "company", "藏起来的公司"));
        String called = made(admin, "lead", Map.of("name", "周一", "mobile", "13912340003"));

        foreseen(clerk, lead, Map.of()).refused(403, "lead.unseen_values");
        assertThat(foreseen(clerk, lead, Map.of("account_name", "另一家"))
                        .expect(200)
                        .at("account")
                        .isNull())
                .isTrue();
        foreseen(clerk, called, Map.of()).refused(403, "lead.unseen_value");
        Api viewer = tenant.as("viewer", "viewer");
        foreseen(viewer, lead, Map.of()).refused(403, "record.not_permitted");
    }

    @Test
    void whoMayNotConvertALeadAsksNothingByIt() {
        Api sales = tenant.as("asker", "sales");
        String pooled = made(admin, "lead", Map.of("name", "公海里的人", "company", "公海里的公司"));
        admin.post("/records/lead/" + pooled + "/release", Map.of()).expect(200);
        String done = made(sales, "lead", Map.of("name", "转过的人", "company", "转过的公司"));
        sales.post("/records/lead/" + done + "/convert", Map.of()).expect(200);

        foreseen(sales, pooled, Map.of("account_name", "宁波远航")).refused(403, "record.not_permitted");
        foreseen(sales, done, Map.of()).refused(409, "lead.already_converted");
    }

    @Test
    void aDealIsNotCalledByWhatIsKept() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "aimless",
                                "objects",
                                Map.of("*", ALL),
                                "fields",
                                Map.of("lead.product_interest", "hidden")))
                .expect(201);
        Api clerk = tenant.as("aimless", "aimless");
        String known = made(admin, "account", Map.of("name", "镇江机床"));
        String lead = made(admin, "lead", Map.of("name", "赵六", "company", "镇江机床有限公司", "product_interest", "秘密铣床"));

        Answer found = foreseen(clerk, lead, Map.of()).expect(200);

        assertThat(found.at("opportunity_name").isNull()).isTrue();
        assertThat(found.text("/account/id")).isEqualTo(known);
    }

    @Test
    void ofACustomerIsToldWhatThePersonSees() {
        Map<String, String> fields = Map.of("account.owner", "hidden", "contact.name", "masked");
        Api clerk = tenant.having("ownerless", Map.of("*", ALL), fields);
        String known = made(admin, "account", Map.of("name", "泰州泵业"));
        made(admin, "contact", Map.of("name", "孙小丽", "mobile", "13912340009", "account", known));
        String lead = made(admin, "lead", Map.of("name", "孙小丽", "company", "泰州泵业", "mobile", "13912340009"));

        Answer found = foreseen(clerk, lead, Map.of()).expect(200);

        assertThat(found.at("account").toString()).isEqualTo("{\"id\":\"%s\",\"label\":\"泰州泵业\"}".formatted(known));
        assertThat(found.text("/contact/label")).isEqualTo("孙***");
    }
}
