package io.hemai;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job over HTTP, as the people of a company do it: a lead comes, is assigned, worked, converted, won and counted. */
@HemaiTest
class FirstDayTests {
    private static final String WON = "{\"field\":\"status\",\"op\":\"eq\",\"value\":\"won\"}";

    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;
    private Api wang;
    private Api li;
    private String wangId;

    @BeforeEach
    void aCompanyWithTwoSalespeople() {
        company = tenants.fresh();
        wangId = company.person("wang", "sales").toString();
        company.person("li", "sales");
        admin = company.admin();
        wang = company.as("wang");
        li = company.as("li");
    }

    @Test
    void aLeadBecomesAWonDealThatCounts() {
        Answer lead = admin.post(
                        "/records/lead",
                        Map.of(
                                "name", "张伟",
                                "company", "苏州澄川精密机械有限公司",
                                "mobile", "138 1234 5678",
                                "source", "website",
                                "expected_amount", "120000"))
                .expect(201);
        assertThat(lead.header("Location")).endsWith("/records/lead/" + lead.text("id"));
        assertThat(lead.text("mobile")).isEqualTo("+8613812345678");
        assertThat(lead.text("status")).isEqualTo("new");

        assign(lead);
        wang.get("/records/lead/" + lead.text("id")).expect(200);
        li.get("/records/lead/" + lead.text("id")).expect(404);
        Answer called = wang.post(
                        "/records/activity",
                        Map.of("kind", "call", "subject", "首次电话", "about", about("lead", lead.text("id"))))
                .expect(201);
        assertThat(wang.get("/records/lead/" + lead.text("id")).text("status")).isEqualTo("working");

        Answer made = wang.post("/records/lead/" + lead.text("id") + "/convert", Map.of("close_date", "2027-03-31"))
                .expect(200);
        String deal = made.text("/opportunity/id");
        wang.post("/records/lead/" + lead.text("id") + "/convert", Map.of()).refused(409, "lead.already_converted");
        assertThat(wang.get("/records/account/" + made.text("/account/id")).text("name"))
                .isEqualTo("苏州澄川精密机械有限公司");
        assertThat(wang.get("/records/activity/" + called.text("id")).text("/opportunity/id"))
                .isEqualTo(deal);
        li.get("/records/opportunity/" + deal).expect(404);

        win(deal);
        assertThat(won(admin)).isEqualTo(1);
        assertThat(won(wang)).isEqualTo(1);
        assertThat(won(li)).isZero();
        assertThat(wonValue(wang).at("/rows/0").toString()).contains("120000.00");
        assertThat(wonValue(li).at("/rows")).isEmpty();
        assertThat(admin.get("/search?q=" + encoded("澄川")).raw()).contains(deal);
        assertThat(li.get("/search?q=" + encoded("澄川")).at("/items")).isEmpty();
    }

    private void assign(Answer lead) {
        Answer assigned = admin.header("If-Match", lead.header("ETag"))
                .patch("/records/lead/" + lead.text("id"), Map.of("owner", wangId))
                .expect(200);
        admin.without("If-Match");
        assertThat(assigned.text("/owner/id")).isEqualTo(wangId);
    }

    private void win(String deal) {
        Answer begun = wang.get("/records/opportunity/" + deal).expect(200);
        assertThat(begun.text("stage")).isEqualTo("initial_contact");
        assertThat(begun.text("/amount/amount")).isEqualTo("120000.00");
        Answer moved = wang.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "proposal"))
                .expect(200);
        assertThat(moved.text("probability")).isEqualTo("50");
        Answer negotiated = wang.header("If-Match", moved.header("ETag"))
                .patch("/records/opportunity/" + deal, Map.of("stage", "negotiation"))
                .expect(200);
        assertThat(negotiated.text("probability")).isEqualTo("70");
        wang.patch("/records/opportunity/" + deal, Map.of("stage", "lost")).expect(412);
        wang.without("If-Match")
                .post("/records/opportunity/" + deal + "/close_lost", Map.of())
                .expect(422);
        Answer won = wang.post("/records/opportunity/" + deal + "/close_won", Map.of())
                .expect(200);
        assertThat(won.text("status")).isEqualTo("won");
        assertThat(won.text("closed_at")).isNotEmpty();
        assertThat(wang.get("/records/stage_history?count=exact&filter=" + filter("opportunity", deal))
                        .at("/count/value")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void whoComesTwiceIsFoundBeforeAndLetInWhenMeant() {
        admin.post("/records/lead", Map.of("name", "张伟", "mobile", "138 1234 5678"))
                .expect(201);
        Map<String, String> again = Map.of("name", "张先生", "mobile", "+8613812345678");
        Answer warned = admin.post("/records/lead", again).refused(409, "record.duplicate");
        assertThat(warned.at("/candidates/0/label").asString()).isEqualTo("张伟");
        assertThat(li.post("/records/lead", again)
                        .refused(409, "record.duplicate")
                        .raw())
                .doesNotContain("张伟");
        admin.post("/records/lead?duplicates=allow", again).expect(201);
    }

    @Test
    void whatWasDeletedComesBack() {
        Answer lead = admin.post("/records/lead", Map.of("name", "李娜")).expect(201);
        String path = "/records/lead/" + lead.text("id");
        admin.delete(path).expect(428);
        admin.header("If-Match", lead.header("ETag")).delete(path).expect(204);
        admin.without("If-Match").get(path).expect(404);
        assertThat(admin.get("/bin").text("/items/0/id")).isEqualTo(lead.text("id"));
        admin.post(path + "/restore", Map.of()).expect(200);
        assertThat(admin.get(path).text("name")).isEqualTo("李娜");
    }

    @Test
    void aFieldIsThereAsSoonAsItIsMade() {
        Answer field = admin.post(
                        "/meta/objects/lead/fields",
                        Map.of(
                                "name",
                                "budget_owner",
                                "type",
                                "text",
                                "label",
                                Map.of("zh-CN", "预算归口", "en", "Budget owner")))
                .expect(201);
        assertThat(field.text("name")).isEqualTo("c_budget_owner");
        Answer lead = wang.post("/records/lead", Map.of("name", "王强", "c_budget_owner", "生产部"))
                .expect(201);
        assertThat(lead.text("c_budget_owner")).isEqualTo("生产部");
        assertThat(wang.get("/records/lead?filter=" + filter("c_budget_owner", "生产部"))
                        .text("/items/0/id"))
                .isEqualTo(lead.text("id"));
    }

    private static long won(Api who) {
        return who.get("/records/opportunity?limit=1&count=exact&filter=" + encoded(WON))
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    private static Answer wonValue(Api who) {
        return who.post(
                        "/reports/run",
                        Map.of(
                                "object", "opportunity",
                                "filter", Api.JSON.readTree(WON),
                                "group_by", List.of(Map.of("field", "stage")),
                                "measures", List.of(Map.of("fn", "sum", "field", "amount", "name", "value"))))
                .expect(200);
    }

    private static Map<String, String> about(String object, String id) {
        return Map.of("object", object, "id", id);
    }

    private static String filter(String field, String value) {
        return encoded("{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(field, value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
