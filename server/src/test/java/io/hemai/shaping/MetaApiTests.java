package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Objects and fields as programs and the web application see and shape them. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetaApiTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext db;

    private TestTenant tenant;
    private TestTenant neighbour;
    private Api admin;

    @BeforeAll
    void companies() {
        tenant = tenants.fresh();
        neighbour = tenants.fresh();
        tenant.person("viewer", "viewer");
        admin = tenant.admin();
    }

    @Test
    void whatLeadsToARecordIsCalledAsPeopleCallIt() {
        Answer account = admin.get("/meta/objects/account").expect(200);
        assertThat(account.at("/inverses").toString()).contains("下属公司", "Subsidiaries", "\"联系人\"");
        Answer deal = admin.get("/meta/objects/opportunity").expect(200);
        assertThat(deal.at("/inverses").findValuesAsString("en"))
                .contains("Line items", "Contacts", "Competitors")
                .noneMatch(called -> called.startsWith("Opportunity "));
    }

    @Test
    void choicesThatTellGoodFromBadHaveTheirColours() {
        Answer lead = admin.get("/meta/objects/lead").expect(200);
        assertThat(field(lead, "status").at("/choices/0/color").asString()).isEqualTo("blue");
        Answer deal = admin.get("/meta/objects/opportunity").expect(200);
        assertThat(field(deal, "status").at("/choices").toString()).contains("\"code\":\"won\"", "\"color\":\"green\"");
    }

    @Test
    void listsBeginWithTheColumnsThatTheModuleNames() {
        Api company = tenants.fresh().admin();
        String columns = "[\"account\",\"title\",\"mobile\",\"email\",\"owner\",\"last_activity_at\"]";
        assertThat(columns(company, "contact")).isEqualTo(columns);
        company.patch("/meta/objects/contact", Map.of("label", Map.of("zh-CN", "人脉")))
                .expect(200);
        assertThat(columns(company, "contact")).isEqualTo(columns);
        assertThat(columns(company, "sample")).isEqualTo("[]");
    }

    @Test
    void columnsThatTheReaderDoesNotSeeAreNotTold() {
        Api clerk = tenants.fresh()
                .having("clerk", Map.of("contact", Map.of("read", "all")), Map.of("contact.mobile", "hidden"));
        assertThat(columns(clerk, "contact")).contains("\"title\"").doesNotContain("mobile");
    }

    private static String columns(Api who, String object) {
        return who.get("/meta/objects/" + object).expect(200).at("/columns").toString();
    }

    @Test
    void objectIsDescribedWithEverythingAFormNeeds() {
        Answer sample = admin.get("/meta/objects/sample").expect(200);

        assertThat(sample.text("name")).isEqualTo("sample");
        assertThat(sample.text("name_field")).isEqualTo("name");
        assertThat(sample.at("/can/create").asBoolean()).isTrue();
        assertThat(field(sample, "grade").at("/choices/0/code").asString()).isEqualTo("low");
        assertThat(field(sample, "name").at("/required").asBoolean()).isTrue();
        assertThat(field(sample, "size").at("/ops").toString()).contains("between");
        assertThat(field(sample, "labels").at("/sortable").asBoolean()).isFalse();
        assertThat(sample.at("/inverses").toString()).contains("children");
        assertThat(admin.get("/meta/objects").expect(200).raw()).contains("\"sample\"");
        assertThat(admin.get("/meta/field_types").expect(200).raw()).contains("\"auto_number\"");
        admin.get("/meta/objects/nothing").refused(404, "meta.unknown_object");
    }

    @Test
    void whatIsAddedWithoutANameIsNamedByItsLabel() {
        Map<String, Object> device = Map.of("label", Map.of("zh-CN", "检测设备"));
        assertThat(admin.post("/meta/objects", device).expect(201).text("name")).isEqualTo("c_jian_ce_she_bei");
        assertThat(admin.post("/meta/objects", device).expect(201).text("name")).isEqualTo("c_jian_ce_she_bei_2");
        String fields = "/meta/objects/c_jian_ce_she_bei/fields";
        assertThat(named(fields, Map.of("zh-CN", "设备编号"))).isEqualTo("c_she_bei_bian_hao");
        assertThat(named(fields, Map.of("zh-CN", "设备编号"))).isEqualTo("c_she_bei_bian_hao_2");
        assertThat(named(fields, Map.of("zh-CN", "保修", "en", "Warranty (years)")))
                .isEqualTo("c_warranty_years");
        assertThat(named(fields, Map.of("zh-CN", "3D 打印"))).isEqualTo("c_3d_da_yin");
        assertThat(named(fields, Map.of("en", "☂☂"))).isEqualTo("c_field_1");
        assertThat(named(fields, Map.of("zh-CN", "装".repeat(40))))
                .hasSizeLessThanOrEqualTo(48)
                .matches("c_(zhuang_)+zhuang");
        admin.post("/meta/objects", Map.of("label", Map.of())).refused(422, "meta.label_missing");
    }

    private String named(String fields, Map<String, String> label) {
        return admin.post(fields, Map.of("type", "text", "label", label))
                .expect(201)
                .text("name");
    }

    @Test
    void whatIsDeliveredHiddenIsShownWhenTheCompanyWantsIt() {
        String key = "/meta/objects/account/fields/name_key";
        assertThat(hidden(neighbour.admin())).isTrue();
        admin.patch(key, Map.of("hidden", false)).expect(200);
        assertThat(hidden(admin)).isFalse();
        assertThat(hidden(neighbour.admin())).isTrue();
        admin.patch(key, Map.of("hidden", true)).expect(200);
        assertThat(hidden(admin)).isTrue();
    }

    private static boolean hidden(Api who) {
        return field(who.get("/meta/objects/account").expect(200), "name_key")
                .at("/hidden")
                .asBoolean();
    }

    private static tools.jackson.databind.JsonNode field(Answer object, String name) {
        for (tools.jackson.databind.JsonNode field : object.at("/fields")) {
            if (field.at("/name").asString().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " in " + object.raw());
    }

    @Test
    void newFieldIsInTheApiAtOnceAndOnlyForItsCompany() {
        Answer made = admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "budget", "type", "money", "label", Map.of("zh-CN", "预算")))
                .expect(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/meta/objects/sample/fields/c_budget");
        assertThat(made.text("name")).isEqualTo("c_budget");

        Answer record = admin.post("/records/sample", Map.of("name", "甲", "c_budget", "12.5"))
                .expect(201);
        assertThat(record.text("/c_budget/amount")).isEqualTo("12.50");
        neighbour
                .admin()
                .post("/records/sample", Map.of("name", "乙", "c_budget", "12.5"))
                .expect(400);

        assertThat(admin.patch("/meta/objects/sample/fields/c_budget", Map.of("label", Map.of("en", "Money")))
                        .expect(200)
                        .text("/label/en"))
                .isEqualTo("Money");
        admin.delete("/meta/objects/sample/fields/c_budget").expect(204);
        admin.post("/records/sample", Map.of("name", "丙", "c_budget", "1")).expect(400);
        assertThat(admin.get("/meta/objects/sample").text("/pending/0/name")).isEqualTo("c_budget");
        admin.post("/meta/objects/sample/fields/c_budget/restore", Map.of()).expect(200);
        assertThat(admin.get("/records/sample/" + record.text("id")).text("/c_budget/amount"))
                .isEqualTo("12.50");
    }

    @Test
    void newFieldIsFilteredAndSearchedAtOnceAndOneSwitchedOnLaterSoon() throws Exception {
        admin.post(
                        "/meta/objects/card/fields",
                        Map.of("name", "motto", "type", "text", "searchable", true, "label", Map.of("en", "Motto")))
                .expect(201);
        admin.post("/meta/objects/card/fields", Map.of("name", "hobby", "type", "text", "label", Map.of("en", "Hobby")))
                .expect(201);
        String id = admin.post("/records/card", Map.of("name", "赵敏", "c_motto", "天道酬勤", "c_hobby", "登山摄影"))
                .expect(201)
                .text("id");

        assertThat(found("天道酬勤")).contains(id);
        assertThat(found("登山摄影")).doesNotContain(id);
        for (String field : List.of("c_motto", "c_hobby")) {
            String filter = "{\"field\":\"" + field + "\",\"op\":\"not_empty\"}";
            assertThat(admin.get("/records/card?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                            .expect(200)
                            .raw())
                    .contains(id);
        }

        admin.patch("/meta/objects/card/fields/c_hobby", Map.of("searchable", true))
                .expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> found("登山摄影").contains(id));
    }

    private String found(String words) {
        return admin.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .raw();
    }

    @Test
    void regionsAreATree() {
        Answer provinces = admin.get("/meta/regions").expect(200);
        assertThat(provinces.at("/items").toString())
                .contains("\"330000\"", "浙江省", "Zhejiang")
                .doesNotContain("\"330100\"");
        assertThat(provinces.header("Cache-Control")).contains("max-age=86400");
        Answer cities = admin.get("/meta/regions?parent=330000").expect(200);
        assertThat(cities.at("/items").toString()).contains("\"330100\"", "杭州市").doesNotContain("\"330106\"");
        assertThat(cities.at("/items/0/children").asBoolean()).isTrue();
        Answer districts = admin.get("/meta/regions?parent=330100").expect(200);
        assertThat(districts.at("/items").toString()).contains("\"330106\"", "西湖区");
        assertThat(districts.at("/items/0/children").asBoolean()).isFalse();
        Answer found = admin.get("/meta/regions?named=suzhou").expect(200);
        assertThat(found.at("/items").toString())
                .contains("\"320000\"", "\"320500\"", "宿州市")
                .doesNotContain("\"320100\"", "\"320508\"");
        assertThat(admin.get("/meta/regions?named=姑苏").expect(200).at("/items").toString())
                .contains("江苏省", "苏州市", "姑苏区")
                .doesNotContain("南京");
        admin.get("/meta/regions?parent=999999").refused(400, "request.invalid_parameter");
    }

    @Test
    void fieldIsAddedToABusyTable() throws Exception {
        String table = tenant.tenant().schema() + ".card";
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> db.transaction(t -> {
                t.dsl().execute("lock table " + table + " in access share mode");
                held.countDown();
                enough.await();
            }));
            held.await();
            Future<Answer> adding = threads.submit(() -> tenant.admin()
                    .post(
                            "/meta/objects/card/fields",
                            Map.of("name", "late", "type", "text", "label", Map.of("en", "L"))));
            // whoever reads and writes is held up for a moment at most
            for (int i = 0; i < 5; i++) {
                admin.post("/records/card", Map.of("name", "甲" + i)).expect(201);
            }
            assertThat(adding.isDone()).isFalse();
            enough.countDown();
            adding.get().expect(201);
            holder.get();
        }
        admin.post("/records/card", Map.of("name", "乙", "c_late", "x")).expect(201);
    }

    @Test
    void newObjectHasItsRecords() {
        Answer made = admin.post(
                        "/meta/objects",
                        Map.of("name", "visit", "label", Map.of("zh-CN", "拜访", "en", "Visit"), "icon", "map"))
                .expect(201);
        assertThat(made.text("name")).isEqualTo("c_visit");
        assertThat(made.text("icon")).isEqualTo("map");
        assertThat(field(made, "name").at("/label/zh-CN").asString()).isEqualTo("名称");
        admin.post("/records/c_visit", Map.of("name", "初访")).expect(201);
        admin.patch("/meta/objects/c_visit", Map.of("plural", Map.of("en", "Visits")))
                .expect(200);
        admin.delete("/meta/objects/c_visit").expect(204);
        admin.get("/records/c_visit").expect(404);
        admin.post("/meta/objects/c_visit/restore", Map.of()).expect(200);
        assertThat(admin.get("/records/c_visit").expect(200).at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void aNameIsNotEmpty() {
        for (String empty : List.of("", " ")) {
            assertThat(admin.post("/meta/objects", Map.of("name", empty, "label", Map.of("en", "x")))
                            .expect(422)
                            .text("/errors/0/field"))
                    .isEqualTo("name");
        }
    }

    @Test
    void wrongWishesAreToldAllAtOnceInTheReadersLanguage() {
        Answer refused = admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "Bad Name", "type", "text", "colour", "red", "max_length", 0))
                .expect(400);
        assertThat(refused.at("/errors").size()).isEqualTo(4);
        Answer chinese = tenant.admin()
                .speaking("zh-CN")
                .post("/meta/objects", Map.of("name", "order"))
                .refused(422, "meta.label_missing");
        assertThat(chinese.text("/errors/0/message")).containsPattern("\\p{IsHan}");
        admin.delete("/meta/objects/sample").refused(422, "meta.standard_object");
        admin.delete("/meta/objects/sample/fields/name").refused(422, "meta.standard_field");
        admin.delete("/meta/objects/sample/fields/nothing").refused(404, "meta.no_field");
    }

    @Test
    void onlyAdministratorsShape() {
        Api viewer = tenant.as("viewer");
        viewer.get("/meta/objects/sample").expect(200);
        viewer.post("/meta/objects", Map.of("name", "x", "label", Map.of("en", "x")))
                .expect(403);
        viewer.patch("/meta/objects/sample/fields/name", Map.of("hidden", true)).expect(403);
        viewer.delete("/meta/objects/sample/fields/name").expect(403);

        String token = admin.post("/tokens", Map.of("name", "reader", "scopes", List.of("meta:read")))
                .expect(201)
                .text("token");
        Api reader = admin.token(token);
        reader.get("/meta/objects").expect(200);
        reader.post("/meta/objects", Map.of("name", "x", "label", Map.of("en", "x")))
                .expect(403);
    }
}
