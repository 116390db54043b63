package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.custom.MetaPurge;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes back from the bin while fields or objects are away that it belongs to. */
@HemaiTest
class BinWhileAwayTests {
    private static final String VISIT = "/meta/objects/c_visit";
    private static final String ACCOUNT = "/meta/objects/account";

    @Autowired
    TestTenants tenants;

    @Autowired
    MetaPurge purge;

    @Autowired
    DSLContext db;

    private TestTenant tenant;
    private Api admin;
    private String account;

    @BeforeEach
    void visits() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        account = made("account", Map.of("name", "华东精密"));
        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
    }

    private void field(String object, String name, String type, Map<String, Object> more) {
        Map<String, Object> field =
                new LinkedHashMap<>(Map.of("name", name, "type", type, "label", Map.of("en", name)));
        field.putAll(more);
        admin.post(object + "/fields", field).expect(201);
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private Answer read(String object, String id) {
        return admin.get("/records/" + object + "/" + id).expect(200);
    }

    private void delete(String object, String id) {
        String tag = read(object, id).header("ETag");
        admin.header("If-Match", tag).delete("/records/" + object + "/" + id).expect(204);
        admin.without("If-Match");
    }

    private Answer restore(String object, String id) {
        return admin.post("/records/" + object + "/" + id + "/restore", Map.of());
    }

    private void away(String what) {
        admin.delete(what).expect(204);
    }

    private void back(String what) {
        admin.post(what + "/restore", Map.of()).expect(200);
    }

    private List<String> binned() {
        return admin.get("/bin?limit=200")
                .expect(200)
                .at("items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    @Test
    void whatWentWithARecordFollowsItWithItsObject() {
        field(VISIT, "at", "link", Map.of("target", "account", "on_delete", "cascade"));
        field(VISIT, "note", "text", Map.of());
        String contact = made("contact", Map.of("name", "王芳", "account", account));
        List<String> visits = List.of(
                made("c_visit", Map.of("name", "初访", "c_at", account, "c_note", "甲")),
                made("c_visit", Map.of("name", "复访", "c_at", account, "c_note", "乙")));
        delete("account", account);
        away(VISIT);

        restore("account", account).expect(200);

        read("contact", contact);
        assertThat(binned()).isEmpty();
        restore("account", account).expect(404);
        back(VISIT);
        for (String visit : visits) {
            assertThat(read("c_visit", visit).text("/c_at/id")).isEqualTo(account);
            assertThat(admin.get("/records/c_visit/" + visit + "/history").raw())
                    .contains("restored");
        }
        assertThat(read("c_visit", visits.getLast()).text("c_note")).isEqualTo("乙");
        assertThat(binned()).isEmpty();
    }

    @Test
    void whatCannotFollowComesBackByHand() {
        field(VISIT, "at", "link", Map.of("target", "account", "on_delete", "cascade"));
        List<String> visits = List.of(
                made("c_visit", Map.of("name", "初访", "c_at", account)),
                made("c_visit", Map.of("name", "复访", "c_at", account)));
        delete("account", account);
        away(VISIT);
        restore("account", account).expect(200);
        delete("account", account);

        back(VISIT);

        List<String> entries = new ArrayList<>(binned());
        assertThat(entries).hasSize(2).contains(account);
        entries.remove(account);
        String first = entries.getFirst();
        restore("c_visit", first).refused(409, "record.restore_first");
        restore("account", account).expect(200);
        restore("c_visit", first).expect(200);
        visits.forEach(
                visit -> assertThat(read("c_visit", visit).text("/c_at/id")).isEqualTo(account));
        assertThat(binned()).isEmpty();
    }

    @Test
    void valuesOfFieldsThatAreAwayComeBackWithThem() {
        String campaign = made("campaign", Map.of("name", "展会"));
        field(ACCOUNT, "text", "text", Map.of());
        field(ACCOUNT, "paid", "money", Map.of());
        field(ACCOUNT, "met", "link", Map.of("target", "campaign"));
        Map<String, Object> paid = Map.of("amount", "12.50", "currency", "CNY");
        String by = made("account", Map.of("name", "手工恢复", "c_text", "值", "c_met", campaign, "c_paid", paid));
        String merged = made("account", Map.of("name", "合并撤回", "c_text", "另一个", "c_met", campaign));
        delete("account", by);
        List<String> fields =
                List.of(ACCOUNT + "/fields/c_text", ACCOUNT + "/fields/c_met", ACCOUNT + "/fields/c_paid");
        fields.forEach(this::away);

        restore("account", by).expect(200);
        admin.post("/records/account/" + account + "/merge", Map.of("from", List.of(merged)))
                .expect(200);
        admin.post("/records/account/" + account + "/undo_merge", Map.of()).expect(200);

        fields.forEach(this::back);
        Answer answer = read("account", by);
        assertThat(answer.text("c_text")).isEqualTo("值");
        assertThat(answer.text("/c_met/id")).isEqualTo(campaign);
        assertThat(answer.text("/c_paid/amount")).startsWith("12.5");
        assertThat(read("account", merged).text("c_text")).isEqualTo("另一个");
        assertThat(read("account", merged).text("/c_met/id")).isEqualTo(campaign);
    }

    @Test
    void whatOnlyOneMayHaveStaysWithWhoHasIt() {
        field(ACCOUNT, "code", "text", Map.of("unique", true));
        String first = made("account", Map.of("name", "先", "c_code", "Ab"));
        String free = made("account", Map.of("name", "独", "c_code", "x"));
        delete("account", first);
        delete("account", free);
        String second = made("account", Map.of("name", "后", "c_code", "aB"));
        away(ACCOUNT + "/fields/c_code");

        restore("account", first).expect(200);
        restore("account", free).expect(200);

        back(ACCOUNT + "/fields/c_code");
        assertThat(read("account", first).at("c_code").isNull()).isTrue();
        assertThat(read("account", second).text("c_code")).isEqualTo("aB");
        assertThat(read("account", free).text("c_code")).isEqualTo("x");
    }

    @Test
    void linksThatBecameEmptyLeadAgainWithTheirFieldOrObject() {
        field(VISIT, "at", "link", Map.of("target", "account"));
        for (String what : List.of(VISIT, VISIT + "/fields/c_at")) {
            String target = made("account", Map.of("name", "客户"));
            String visit = made("c_visit", Map.of("name", "初访", "c_at", target));
            String other = made("c_visit", Map.of("name", "复访", "c_at", target));
            delete("account", target);
            admin.header("If-Match", read("c_visit", other).header("ETag"))
                    .patch("/records/c_visit/" + other, Map.of("c_at", account))
                    .expect(200);
            admin.without("If-Match");
            away(what);

            restore("account", target).expect(200);

            admin.post("/records/account/" + account + "/merge", Map.of("from", List.of(target)))
                    .expect(200);
            back(what);
            assertThat(read("c_visit", visit).text("/c_at/id")).isEqualTo(account);
            assertThat(read("c_visit", other).text("/c_at/id")).isEqualTo(account);
            admin.post("/records/account/" + account + "/undo_merge", Map.of()).expect(200);
            assertThat(read("c_visit", visit).text("/c_at/id")).isEqualTo(target);
            assertThat(read("c_visit", other).text("/c_at/id")).isEqualTo(account);
        }
    }

    @Test
    void aLaterObjectOfTheNameInheritsNothing() {
        field(VISIT, "at", "link", Map.of("target", "account", "on_delete", "cascade"));
        String visit = made("c_visit", Map.of("name", "初访", "c_at", account));
        String deleted = made("c_visit", Map.of("name", "删了"));
        delete("account", account);
        delete("c_visit", deleted);
        away(VISIT);
        restore("account", account).expect(200);
        db.execute("update " + tenant.tenant().schema()
                + ".meta_object set deleted_at = deleted_at - interval '31 days' where name = 'c_visit'");
        purge.run(tenant.tenant());

        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
        purge.run(tenant.tenant());

        admin.get("/records/c_visit/" + visit).expect(404);
        restore("c_visit", deleted).expect(404);
        assertThat(binned()).isEmpty();
    }
}
