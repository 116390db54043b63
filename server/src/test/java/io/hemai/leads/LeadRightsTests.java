package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What people can do with leads, and come to see by it, is no more than their roles say. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadRightsTests {
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
        return by.post("/records/" + object, values).expect(201).text("id");
    }

    private static Answer does(Api by, String lead, String verb, Map<String, Object> input) {
        return by.post("/records/lead/" + lead + "/" + verb, input);
    }

    /** Somebody who may do everything with records but does not see these fields. */
    private Api kept(String login, Map<String, String> fields) {
        admin.post("/roles", Map.of("name", login, "objects", Map.of("*", ALL), "fields", fields))
                .expect(201);
        return tenant.as(login, login);
    }

    @Test
    void whoChangesNoLeadsClaimsNone() {
        String lead = made(admin, "lead", Map.of("name", "公海线索"));
        does(admin, lead, "release", Map.of()).expect(200);
        Api viewer = tenant.as("viewer", "viewer");

        does(viewer, lead, "claim", Map.of()).refused(403, "record.not_permitted");
        Answer bulk = viewer.post(
                "/records/lead/bulk", Map.of("ids", List.of(lead), "expected", 1, "verb", "claim", "input", Map.of()));
        if (bulk.status() < 300) {
            ended(viewer, "/bulk/" + bulk.text("id"));
        }
        assertThat(admin.get("/records/lead/" + lead).at("owner").isNull()).isTrue();
    }

    private static void ended(Api api, String job) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (List.of("queued", "running").contains(api.get(job).expect(200).text("status"))) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void convertingShowsNothingThatIsKeptFromThePerson() {
        Api clerk = kept("clerk", Map.of("lead.mobile", "masked", "lead.email", "hidden"));
        String masked = made(admin, "lead", Map.of("name", "王芳", "mobile", "13812340001"));
        String hidden = made(admin, "lead", Map.of("name", "李强", "email", "li@kept.example.com"));
        String plain = made(admin, "lead", Map.of("name", "赵敏", "title", "经理"));

        Answer refused = does(clerk, masked, "convert", Map.of()).refused(403, "lead.unseen_value");
        assertThat(refused.text("detail")).contains("手机");
        assertThat(does(clerk, hidden, "convert", Map.of())
                        .refused(403, "lead.unseen_values")
                        .raw())
                .doesNotContain("邮箱", "email");
        assertThat(clerk.get("/records/lead/" + masked).text("status")).isEqualTo("new");
        does(clerk, plain, "convert", Map.of()).expect(200);
        // somebody who sees it converts it whole
        String contact = does(admin, masked, "convert", Map.of()).expect(200).text("/contact/id");
        assertThat(admin.get("/records/contact/" + contact).text("mobile")).isEqualTo("+8613812340001");
    }

    @Test
    void whatIsKeptAtBothEndsIsCarriedUnseen() {
        Api clerk = kept("masker", Map.of("lead.mobile", "masked", "contact.mobile", "masked"));
        String lead = made(admin, "lead", Map.of("name", "孙丽", "mobile", "13812340002"));

        String contact = does(clerk, lead, "convert", Map.of()).expect(200).text("/contact/id");

        assertThat(clerk.get("/records/contact/" + contact).text("mobile")).doesNotContain("12340002");
        assertThat(admin.get("/records/contact/" + contact).text("mobile")).isEqualTo("+8613812340002");
    }

    @Test
    void namesAndAmountsAreCarriedNoFurtherThanSeen() {
        Api clerk = kept("namer", Map.of("lead.company", "hidden", "lead.expected_amount", "masked"));
        String lead = made(
                admin,
                "lead",
                Map.of("name", "周杰", "company", "无锡密云公司", "expected_amount", Map.of("amount", "7", "currency", "CNY")));

        does(clerk, lead, "convert", Map.of("amount", "1", "opportunity_name", "商机"))
                .refused(403, "lead.unseen_values");
        does(clerk, lead, "convert", Map.of("account_name", "新名", "opportunity_name", "商机"))
                .refused(403, "lead.unseen_value");
        does(clerk, lead, "convert", Map.of("account_name", "新名", "opportunity_name", "商机", "amount", "1"))
                .expect(200);
    }

    @Test
    void aCustomerOfOthersIsMatchedButNeitherToldNorTouched() {
        String account = made(admin, "account", Map.of("name", "宁波远航公司", "tags", List.of("重点")));
        Api sales = tenant.as("sales", "sales");
        String lead = made(sales, "lead", Map.of("name", "吴刚", "company", "宁波远航公司", "tags", List.of("展会")));

        Answer converted = does(sales, lead, "convert", Map.of()).expect(200);

        assertThat(converted.at("account").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(converted.text("/opportunity/id")).isNotEmpty();
        Answer standing = admin.get("/records/account/" + account);
        assertThat(standing.at("tags").toString()).isEqualTo("[\"重点\"]");
        assertThat(admin.get("/records/lead/" + lead).text("/converted_account/id"))
                .isEqualTo(account);
    }

    @Test
    void convertingDoesNotTellWhichCustomerHasWhatIsKept() {
        Api clerk = kept("prober", Map.of("account.credit_code", "hidden", "contact.mobile", "masked"));
        made(admin, "account", Map.of("name", "苏州密码公司", "credit_code", "91310000132218493R"));
        String known = made(admin, "account", Map.of("name", "常州明码公司"));
        String person = made(admin, "contact", Map.of("name", "钱多", "mobile", "13812340007", "account", known));
        String probing =
                made(clerk, "lead", Map.of("name", "试探", "company", "某某公司", "credit_code", "91310000132218493R"));
        String calling = made(clerk, "lead", Map.of("name", "试打", "company", "常州明码公司", "mobile", "13812340007"));

        Answer refused = does(clerk, probing, "convert", Map.of()).refused(409, "record.duplicate_blocked");
        assertThat(refused.raw()).doesNotContain("苏州密码公司", "credit_code", "信用代码");
        assertThat(admin.speaking("zh-CN")
                        .post("/records/account", Map.of("name", "重码公司", "credit_code", "91310000132218493R"))
                        .refused(409, "record.duplicate_blocked")
                        .text("/errors/0/message"))
                .contains("“统一社会信用代码”");
        admin.without("Accept-Language");
        Answer converted = does(clerk, calling, "convert", Map.of());

        assertThat(converted.raw()).doesNotContain(person);
        assertThat(converted.expect(200).text("/account/id")).isEqualTo(known);
    }

    @Test
    void aDuplicateIsNotToldByWhatIsKept() {
        Api clerk = kept("asker", Map.of("lead.email", "hidden", "lead.mobile", "masked"));
        made(
                admin,
                "lead",
                Map.of("name", "郑洁", "email", "zheng@kept.example.com", "mobile", "13812340003", "company", "一家公司"));
        made(admin, "contact", Map.of("name", "冯磊", "email", "feng@seen.example.com", "mobile", "13812340004"));

        // of a lead's email and mobile nothing is said, of a contact's all
        made(clerk, "contact", Map.of("name", "小郑", "email", "zheng@kept.example.com"));
        made(clerk, "contact", Map.of("name", "小郑二", "mobile", "13812340003"));
        Answer warned = clerk.post("/records/contact", Map.of("name", "小冯", "email", "feng@seen.example.com"))
                .refused(409, "record.duplicate");
        assertThat(warned.text("/candidates/0/label")).isEqualTo("冯磊");
    }

    @Test
    void whatRepeatsAFieldIsSeenNoFurther() {
        Api clerk = kept("repeater", Map.of("account.name", "masked", "opportunity.amount", "hidden"));
        String account = made(admin, "account", Map.of("name", "南京钟山公司"));
        String deal = made(
                admin,
                "opportunity",
                Map.of("name", "商机", "probability", "50", "amount", Map.of("amount", "80", "currency", "CNY")));
        assertThat(admin.get("/records/opportunity/" + deal).text("/weighted_amount/amount"))
                .isEqualTo("40.00");

        assertThat(clerk.get("/records/opportunity/" + deal).expect(200).body().has("weighted_amount"))
                .isFalse();
        assertThat(clerk.get("/records/account/" + account).expect(200).text("name_key"))
                .doesNotContain("钟山");
        clerk.post(
                        "/records/account/query",
                        Map.of("filter", Map.of("field", "name_key", "op", "eq", "value", "南京钟山公司")))
                .refused(400, "filter.masked_field");
    }

    @Test
    void aVerbIsNoWayAroundTheRightsOnFields() {
        Api clerk = kept(
                "closer",
                Map.of("opportunity.amount", "read", "opportunity.close_date", "hidden", "lead.owner", "read"));
        String deal = made(admin, "opportunity", Map.of("name", "不许改金额", "amount", 5));
        String won = "/records/opportunity/" + deal + "/close_won";

        clerk.post(won, Map.of("amount", "6")).refused(403, "record.field_not_permitted");
        clerk.post(won, Map.of("close_date", "2026-01-31")).refused(403, "record.field_not_permitted");
        String lead = made(admin, "lead", Map.of("name", "钱伟"));
        does(clerk, lead, "convert", Map.of("amount", "55")).refused(403, "record.field_not_permitted");
        Answer bulk = clerk.post(
                "/records/opportunity/bulk",
                Map.of("ids", List.of(deal), "expected", 1, "verb", "close_won", "input", Map.of("amount", "9")));
        ended(clerk, "/bulk/" + bulk.expect(202).text("id"));
        assertThat(admin.get("/records/opportunity/" + deal).raw())
                .contains("\"5.00\"")
                .doesNotContain("\"9.00\"");
        // what says nothing of them goes on
        clerk.post(won, Map.of()).expect(200);
        assertThat(clerk.get("/meta/objects/opportunity")
                        .expect(200)
                        .at("verbs")
                        .valueStream())
                .filteredOn(verb -> verb.at("/name").asString().equals("close_won"))
                .allMatch(verb -> verb.at("/inputs").size() == 1);
    }

    @Test
    void aVerbWritesNoTextIntoWhatMayOnlyBeRead() {
        Api clerk = kept(
                "noter",
                Map.of(
                        "opportunity.close_note", "read",
                        "task.result", "hidden",
                        "account.name", "read",
                        "contact.name", "read",
                        "opportunity.name", "read"));
        String deal = "/records/opportunity/" + made(admin, "opportunity", Map.of("name", "只读备注")) + "/";
        String task = "/records/task/" + made(admin, "task", Map.of("subject", "回电")) + "/complete";
        String lead = made(admin, "lead", Map.of("name", "何静", "company", "无锡只读公司"));

        clerk.post(deal + "close_won", Map.of("note", "n")).refused(403, "record.field_not_permitted");
        clerk.post(deal + "close_lost", Map.of("loss_reason", "price", "note", "n"))
                .refused(403, "record.field_not_permitted");
        clerk.post(deal + "move_stage", Map.of("stage", "won", "note", "n")).refused(403, "record.field_not_permitted");
        clerk.post(task, Map.of("result", "n")).refused(403, "record.field_not_permitted");
        for (String name : List.of("account_name", "contact_name", "opportunity_name")) {
            Answer refused = does(clerk, lead, "convert", Map.of(name, "n")).refused(403, "record.field_not_permitted");
            assertThat(refused.text("/errors/0/field")).isEqualTo(name);
        }
        // what the lead says goes into them all the same
        String account = does(clerk, lead, "convert", Map.of()).expect(200).text("/account/id");
        assertThat(admin.get("/records/account/" + account).text("name")).isEqualTo("无锡只读公司");
        clerk.post(deal + "move_stage", Map.of("stage", "won")).expect(200);
        clerk.post(task, Map.of()).expect(200);
    }

    @Test
    void aDealIsCalledByTheProductsNameAlsoWhereTheLeadKnowsItsCode() {
        String product = admin.post("/records/product", Map.of("name", "质量管理系统", "code", "QMS-1"))
                .expect(201)
                .text("/id");
        String lead = made(admin, "lead", Map.of("name", "周敏", "product_interest", "qms-1"));

        String deal = does(admin, lead, "convert", Map.of()).expect(200).text("/opportunity/id");

        Answer made = admin.get("/records/opportunity/" + deal);
        assertThat(made.text("/name")).isEqualTo("周敏 质量管理系统");
        assertThat(made.text("/product/id")).isEqualTo(product);
    }

    @Test
    void whoSeesNoProductsConvertsAllTheSame() {
        admin.post("/records/product", Map.of("name", "制造执行系统", "code", "MES")).expect(201);
        Api clerk = kept("productless", Map.of("product.name", "hidden"));
        String lead = made(admin, "lead", Map.of("name", "周敏", "product_interest", "制造执行系统"));

        String deal = does(clerk, lead, "convert", Map.of()).expect(200).text("/opportunity/id");

        assertThat(admin.get("/records/opportunity/" + deal).at("product").isNull())
                .isTrue();
    }
}
