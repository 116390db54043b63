package io.hemai.merging;

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

/** Merging contacts, and sharing with a department, as a client does it. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeApiTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    @Test
    void twoOfOnePersonBecomeOneAndTwoAgain() {
        String kept = made("contact", Map.of("name", "王芳", "mobile", "13712345678"));
        String gone = made("contact", Map.of("name", "王 芳", "email", "wang@example.com"));
        String deal = made("opportunity", Map.of("name", "检测线", "contact", gone));

        Answer merged = admin.post("/records/contact/" + kept + "/merge", Map.of("from", List.of(gone)))
                .expect(200);
        assertThat(merged.text("email")).isEqualTo("wang@example.com");
        admin.get("/records/contact/" + gone).expect(404);
        assertThat(admin.get("/records/opportunity/" + deal).text("/contact/id"))
                .isEqualTo(kept);

        Answer undone =
                admin.post("/records/contact/" + kept + "/undo_merge", Map.of()).expect(200);
        assertThat(undone.text("/restored/0")).isEqualTo(gone);
        assertThat(undone.at("moved").asInt()).isEqualTo(1);
        assertThat(admin.get("/records/opportunity/" + deal).text("/contact/id"))
                .isEqualTo(gone);
        admin.post("/records/contact/" + kept + "/merge", Map.of("from", List.of()))
                .refused(422, "merge.nobody_named");
        tenant.as("sales", "sales")
                .post("/records/contact/" + kept + "/merge", Map.of("from", List.of(gone)))
                .expect(404);
    }

    @Test
    void whatIsSharedWithADepartmentItsPeopleSee() {
        String department = made("department", Map.of("name", "华东区"));
        String li = tenant.person("li", "sales").toString();
        String tag = admin.get("/records/user/" + li).header("ETag");
        admin.header("If-Match", tag)
                .patch("/records/user/" + li, Map.of("department", department))
                .expect(200);
        admin.without("If-Match");
        String account = made("account", Map.of("name", "共享客户"));
        Api asLi = tenant.as("li");
        asLi.get("/records/account/" + account).expect(404);

        Map<String, Object> whom = Map.of("with", List.of(Map.of("department", department)));
        Answer shared =
                admin.post("/records/account/" + account + "/share", whom).expect(200);
        assertThat(shared.text("/with/0/department")).isEqualTo(department);
        String seen = asLi.get("/records/account/" + account).expect(200).header("ETag");
        asLi.header("If-Match", seen)
                .patch("/records/account/" + account, Map.of("website", "https://example.com"))
                .expect(403);

        admin.post("/records/account/" + account + "/share", Map.of("with", whom.get("with"), "level", "none"))
                .expect(200);
        asLi.get("/records/account/" + account).expect(404);
    }

    @Test
    void nobodySeesMoreAfterAMerge() {
        String zhao = tenant.person("zhao", "sales").toString();
        Api asZhao = tenant.as("zhao");
        String kept = made("account", Map.of("name", "南方重工"));
        String gone = made("account", Map.of("name", "南方重工（集团）"));
        String deal = made("opportunity", Map.of("name", "产线改造", "account", gone));
        admin.post(
                        "/records/account/" + gone + "/share",
                        Map.of("with", List.of(Map.of("user", zhao)), "level", "write"))
                .expect(200);
        asZhao.get("/records/opportunity/" + deal).expect(200);

        admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(gone)))
                .expect(200);

        asZhao.get("/records/account/" + kept).expect(404);
        asZhao.get("/records/opportunity/" + deal).expect(404);
        admin.post("/records/account/" + kept + "/undo_merge", Map.of()).expect(200);
        asZhao.get("/records/account/" + gone).expect(200);
        asZhao.get("/records/opportunity/" + deal).expect(200);
    }

    @Test
    void whatHemaiKeepsOfMergesNobodyReads() {
        String kept = made("account", Map.of("name", "记账甲"));
        String gone = made("account", Map.of("name", "记账乙"));
        admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(gone)))
                .expect(200);

        for (Api person : List.of(admin, tenant.as("seller", "sales"))) {
            for (String ledger : List.of("merge", "merge_move")) {
                assertThat(person.get("/records/" + ledger).raw())
                        .as(ledger)
                        .contains("record.unknown_object")
                        .doesNotContain("items");
                assertThat(person.get("/meta/objects/" + ledger).status()).isEqualTo(404);
                assertThat(person.post("/reports/run", Map.of("object", ledger, "measures", count()))
                                .status())
                        .isGreaterThanOrEqualTo(400);
                assertThat(person.post("/exports", Map.of("object", ledger, "format", "csv"))
                                .status())
                        .isGreaterThanOrEqualTo(400);
            }
            assertThat(person.get("/meta/objects").expect(200).raw()).doesNotContain("\"merge\"", "\"merge_move\"");
            assertThat(person.get("/openapi.json").expect(200).raw())
                    .doesNotContain("/records/merge\"", "/records/merge_move\"");
            assertThat(person.get("/search?q=记账甲").raw()).doesNotContain("\"merge\"");
        }
    }

    private static List<Map<String, String>> count() {
        return List.of(Map.of("fn", "count", "name", "n"));
    }
}
