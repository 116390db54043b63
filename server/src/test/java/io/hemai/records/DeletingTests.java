package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds a record back, and what a database constraint says to people. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletingTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext db;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object, values).expect(201).text("id");
    }

    private Answer deleted(String path) {
        Answer answer = admin.header("If-Match", "\"1\"").delete(path);
        admin.without("If-Match");
        return answer;
    }

    @Test
    void whoHoldsARecordBackIsTold() {
        String account = made("account", Map.of("name", "留下的公司"));
        for (int i = 0; i < 3; i++) {
            made("opportunity", Map.of("name", "一单", "account", account));
        }

        Answer english = deleted("/records/account/" + account).refused(409, "record.linked");
        assertThat(english.text("detail")).contains("3 ");
        Answer chinese = deleted(admin.speaking("zh-CN"), "/records/account/" + account);
        admin.without("Accept-Language");

        assertThat(chinese.text("detail")).contains("仍有 3 条").contains("商机");
    }

    private static Answer deleted(Api by, String path) {
        Answer answer = by.header("If-Match", "\"1\"").delete(path);
        by.without("If-Match");
        return answer;
    }

    @Test
    void whatWouldTakeTooManyAlongIsRefused() {
        String parent = made("sample", Map.of("name", "crowded"));
        String schema = tenant.tenant().schema();
        db.execute("insert into " + schema + ".sample (id, version, name, parent, created_at, updated_at)"
                + " select gen_random_uuid(), 1, 'child', '" + parent
                + "', now(), now() from generate_series(1, 10001)");

        deleted("/records/sample/" + parent).refused(422, "record.too_many_dependants");
        admin.get("/records/sample/" + parent).expect(200);

        db.execute("delete from " + schema + ".sample where id in (select id from " + schema
                + ".sample where parent = '" + parent + "' limit 9000)");
        deleted("/records/sample/" + parent).expect(204);
    }

    @Test
    void longNameIsNoHindranceToSayingWhatIsTaken() {
        String field = "c_" + "a_very_long_name".repeat(2) + "_of_a_field";
        admin.post(
                        "/meta/objects/opportunity_competitor/fields",
                        Map.of("name", field, "type", "text", "unique", true, "label", Map.of("en", "Long")))
                .expect(201);
        String deal = made("opportunity", Map.of("name", "一单"));
        made("opportunity_competitor", Map.of("opportunity", deal, "competitor", competitor("甲"), field, "same"));

        Answer taken = admin.post(
                "/records/opportunity_competitor",
                Map.of("opportunity", deal, "competitor", competitor("乙"), field, "SAME"));

        assertThat(taken.refused(409, "record.not_unique").text("/errors/0/field"))
                .isEqualTo(field);
    }

    private String competitor(String name) {
        return made("competitor", Map.of("name", name));
    }
}
