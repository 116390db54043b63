package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.records.transfer.Upload;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a lead to a won deal as a salesperson's client goes it. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesApiTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private RecordId wang;
    private Api asWang;
    private Api asLi;

    @BeforeAll
    void people() {
        tenant = tenants.fresh();
        wang = tenant.person("wang", "sales");
        tenant.person("li", "sales");
        asWang = tenant.as("wang");
        asLi = tenant.as("li");
    }

    private static String made(Api by, String object, Map<String, Object> values) {
        return by.post("/records/" + object, values).expect(201).text("id");
    }

    @Test
    void aLeadIsConvertedAndItsDealWon() {
        String lead = made(
                asWang,
                "lead",
                Map.of("name", "王芳", "company", "苏州恒达自动化有限公司", "mobile", "13812345678", "source", "exhibition"));
        made(asWang, "activity", Map.of("kind", "call", "body", "客户要报价", "about", about("lead", lead)));
        assertThat(asWang.get("/records/lead/" + lead).expect(200).text("status"))
                .isEqualTo("working");
        Answer converted = asWang.post(
                        "/records/lead/" + lead + "/convert",
                        Map.of("amount", Map.of("amount", "120000", "currency", "CNY"), "close_date", "2027-01-31"))
                .expect(200);
        assertThat(converted.text("/account/id")).isNotEmpty();
        assertThat(converted.text("/contact/id")).isNotEmpty();
        String deal = converted.text("/opportunity/id");
        asWang.post("/records/lead/" + lead + "/convert", Map.of()).refused(409, "lead.already_converted");

        Answer moved = asWang.post("/records/opportunity/" + deal + "/move_stage", Map.of("stage", "negotiation"))
                .expect(200);
        assertThat(moved.text("stage")).isEqualTo("negotiation");
        assertThat(moved.text("probability")).isEqualTo("70");
        assertThat(moved.text("/amount/amount")).isEqualTo("120000.00");
        asWang.post("/records/opportunity/" + deal + "/close_lost", Map.of())
                .refused(422, "opportunity.loss_reason_required");
        asWang.header("If-Match", moved.header("ETag"));
        Answer won = asWang.patch("/records/opportunity/" + deal, Map.of("stage", "won"))
                .expect(200);
        asWang.without("If-Match");
        assertThat(won.text("status")).isEqualTo("won");
        assertThat(won.text("closed_at")).isNotEmpty();
        Answer history = asWang.post(
                        "/records/stage_history/query",
                        Map.of("filter", Map.of("field", "opportunity", "op", "eq", "value", deal)))
                .expect(200);
        assertThat(history.at("items").size()).isEqualTo(3);
        assertThat(history.text("/items/0/moved_by/id")).isEqualTo(wang.toString());
    }

    @Test
    void aLeadThatWasImportedAsConvertedCanStillBeConverted() throws InterruptedException {
        Api admin = tenant.admin();
        Upload.of("lead", "name,company,mobile,status\n陈静,常州锐科机电有限公司,13812340001,converted\n")
                .done(admin);
        Answer found = admin.post(
                        "/records/lead/query",
                        Map.of("filter", Map.of("field", "company", "op", "eq", "value", "常州锐科机电有限公司")))
                .expect(200);
        assertThat(found.text("/items/0/status")).as(found.raw()).isEqualTo("converted");
        String path = "/records/lead/" + found.text("/items/0/id");
        Answer converted = admin.post(path + "/convert", Map.of()).expect(200);
        assertThat(admin.get(path).text("/converted_account/id")).isEqualTo(converted.text("/account/id"));
        admin.post(path + "/convert", Map.of()).refused(409, "lead.already_converted");
        admin.post(path + "/disqualify", Map.of("reason", "no_need")).refused(409, "lead.already_converted");
    }

    @Test
    void byHandALeadBecomesConvertedOnlyByConverting() {
        Answer refused = asWang.speaking("en")
                .post("/records/lead", Map.of("name", "周杰", "status", "converted"))
                .refused(422, "lead.convert_only");
        assertThat(refused.raw()).contains("POST …/convert");
        asWang.without("Accept-Language");
    }

    private static Map<String, Object> about(String object, String id) {
        return Map.of("object", object, "id", id);
    }

    @Test
    void aScoreIsOfAHundred() {
        asWang.post("/records/lead", Map.of("name", "周杰", "score", 100)).expect(201);
        asWang.post("/records/lead", Map.of("name", "周杰", "score", 999)).refused(422, "value.too_large");
    }

    @Test
    void aLeadGoesThroughThePool() {
        String lead = made(asWang, "lead", Map.of("name", "李强"));
        asLi.get("/records/lead/" + lead).expect(404);
        asWang.post("/records/lead/" + lead + "/release", Map.of("reason", "没有回应"))
                .expect(200);
        assertThat(asLi.post("/records/lead/" + lead + "/claim", Map.of())
                        .expect(200)
                        .text("/owner/label"))
                .isEqualTo("li");
        asWang.post("/records/lead/" + lead + "/claim", Map.of()).expect(404);
    }

    @Test
    void aDuplicateIsNamedAndMayBeSavedAllTheSame() {
        String first = made(asWang, "lead", Map.of("name", "赵敏", "email", "zhao@example.com"));
        Answer own = asWang.post("/records/contact", Map.of("name", "小赵", "email", "zhao@example.com"))
                .refused(409, "record.duplicate");
        assertThat(own.text("/candidates/0/id")).isEqualTo(first);
        Answer others = asLi.post("/records/contact", Map.of("name", "小赵", "email", "zhao@example.com"))
                .refused(409, "record.duplicate");
        assertThat(others.text("/candidates/0/label")).isEqualTo("赵***");
        assertThat(others.at("/candidates/0/id").isMissingNode()).isTrue();
        asLi.post("/records/contact?duplicates=allow", Map.of("name", "小赵", "email", "zhao@example.com"))
                .expect(201);
    }

    @Test
    void whoSaysNothingOfTheDayToLookAgainLeavesItAsItIs() {
        String lead = "/records/lead/" + made(asWang, "lead", Map.of("name", "a", "revisit_on", "2099-03-01"));
        asWang.post(lead + "/disqualify", Map.of("reason", "no_need")).expect(200);
        assertThat(asWang.get(lead).text("revisit_on")).isEqualTo("2099-03-01");
        asWang.post(lead + "/disqualify", Map.of("reason", "no_need", "revisit_on", "2099-05-01"))
                .expect(200);
        assertThat(asWang.get(lead).text("revisit_on")).isEqualTo("2099-05-01");
    }

    @Test
    void verbsRefuseWhatTheyDoNotKnow() {
        String lead = made(asWang, "lead", Map.of("name", "a"));
        asWang.post("/records/lead/" + lead + "/convert", Map.of("colour", "red"))
                .expect(400);
        asWang.post("/records/lead/" + lead + "/disqualify", Map.of("reason", "no_need", "revisit_on", "soon"))
                .refused(422, "value.not_a_date");
        asWang.post("/records/lead/" + lead + "/convert", Map.of("account", List.of("x")))
                .expect(400);
        asWang.post("/records/lead/" + lead + "/dance", Map.of()).refused(404, "record.unknown_verb");
    }

    @Test
    void aDealIsNotClosedOnADayToCome() {
        for (String way : List.of("close_won", "move_stage")) {
            String deal = made(asWang, "opportunity", Map.of("name", "提前成交", "close_date", "2099-12-31"));
            Answer won = asWang.post(
                            "/records/opportunity/" + deal + "/" + way,
                            way.equals("move_stage") ? Map.of("stage", "won") : Map.of())
                    .expect(200);
            Instant closed = OffsetDateTime.parse(won.text("closed_at")).toInstant();
            assertThat(won.text("close_date"))
                    .isEqualTo(LocalDate.ofInstant(closed, ZoneId.of("Asia/Shanghai"))
                            .toString());
        }
        String late = made(asWang, "opportunity", Map.of("name", "补录", "close_date", "2020-01-31"));
        assertThat(asWang.post("/records/opportunity/" + late + "/close_won", Map.of())
                        .expect(200)
                        .text("close_date"))
                .isEqualTo("2020-01-31");
    }

    @Test
    void aNoteOnAMoveIsWhyAndNoClosingNote() {
        String account = made(asWang, "account", Map.of("name", "苏州改方案有限公司"));
        String deal = made(asWang, "opportunity", Map.of("name", "改方案", "account", account));
        String path = "/records/opportunity/" + deal;
        Answer moved = asWang.post(path + "/move_stage", Map.of("stage", "proposal", "note", "要改方案"))
                .expect(200);
        assertThat(moved.at("/close_note").isNull()).isTrue();
        assertThat(asWang.speaking("zh-CN").get(path + "/timeline").text("/items/0/why"))
                .isEqualTo("变更阶段：要改方案");
        asWang.without("Accept-Language");
        Answer lost = asWang.post(path + "/move_stage", Map.of("stage", "lost", "loss_reason", "price", "note", "太贵"))
                .expect(200);
        assertThat(lost.text("close_note")).isEqualTo("太贵");
    }
}
