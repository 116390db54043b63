package io.hemai.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merge is taken back as far as it still stands, by who could make it now. */
@HemaiTest
class UndoMergeTests {
    private static final String CODE = "91310000MA1FL0LX3F";

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private String kept;
    private String gone;
    private String person;

    @BeforeEach
    void twoOfOneKind() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        kept = made("account", Map.of("name", "华东精密", "tier", "b", "description", "旧"));
        gone = made(
                "account",
                Map.of(
                        "name", "华东精密有限公司",
                        "employees", 120,
                        "annual_revenue", "1200.00",
                        "phone", "021-55556666",
                        "website", "https://walnut.example.com"));
        person = made("contact", Map.of("name", "王芳", "account", gone));
    }

    private String made(String object, Map<String, Object> values) {
        return admin.post("/records/" + object + "?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    private void change(String object, String id, Map<String, Object> values) {
        String tag = admin.get("/records/" + object + "/" + id).expect(200).header("ETag");
        admin.header("If-Match", tag)
                .patch("/records/" + object + "/" + id + "?duplicates=allow", values)
                .expect(200);
        admin.without("If-Match");
    }

    private void merge(Map<String, Object> fields) {
        admin.post("/records/account/" + kept + "/merge", Map.of("from", List.of(gone), "fields", fields))
                .expect(200);
    }

    private Answer undo(Api by) {
        return by.post("/records/account/" + kept + "/undo_merge", Map.of());
    }

    private Answer account(String id) {
        return admin.get("/records/account/" + id).expect(200);
    }

    private String accountOfPerson() {
        return admin.get("/records/contact/" + person).expect(200).text("/account/id");
    }

    private static List<String> left(Answer undone) {
        return undone.at("left")
                .valueStream()
                .map(one -> one.at("/field").asString())
                .toList();
    }

    private Api merger(Map<String, Object> accounts, Map<String, String> fields) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("name", "merger");
        role.put("label", "merger");
        role.put("objects", Map.of("account", accounts));
        role.put("fields", fields);
        role.put("admin", List.of("merge"));
        admin.post("/roles", role).expect(201);
        return tenant.as("merger", "merger");
    }

    private static Map<String, Object> all() {
        return Map.of("read", "all", "create", true, "update", "all", "delete", "all");
    }

    @Test
    void whatWasWrittenAfterTheMergeStaysAndIsTold() {
        merge(Map.of());
        change("account", kept, Map.of("phone", "021-77778888", "annual_revenue", "900.00"));

        Answer undone = undo(admin).expect(200);

        Answer now = account(kept);
        assertThat(now.text("phone")).contains("77778888");
        assertThat(now.text("/annual_revenue/amount")).isEqualTo("900.00");
        assertThat(now.at("/employees").isNull()).as(now.raw()).isTrue();
        assertThat(now.at("/website").isNull()).as(now.raw()).isTrue();
        assertThat(left(undone)).as(undone.raw()).containsExactlyInAnyOrder("phone", "annual_revenue");
        assertThat(account(gone).text("/annual_revenue/amount")).isEqualTo("1200.00");
    }

    @Test
    void amountsThatStandGoBack() {
        merge(Map.of());
        assertThat(account(kept).text("/annual_revenue/amount")).isEqualTo("1200.00");

        Answer undone = undo(admin).expect(200);

        assertThat(undone.at("left").isEmpty()).as(undone.raw()).isTrue();
        assertThat(account(kept).at("/annual_revenue").isNull()).isTrue();
    }

    @Test
    void valuesThatWereGivenGoBackToWhatTheyWere() {
        merge(Map.of("name", "华东精密集团", "tier", "vip", "description", "新", "employees", 7));
        change("account", kept, Map.of("description", "更新"));

        Answer undone = undo(admin).expect(200);

        Answer now = account(kept);
        assertThat(now.text("name")).isEqualTo("华东精密");
        assertThat(now.text("tier")).isEqualTo("b");
        assertThat(now.at("/employees").isNull()).as(now.raw()).isTrue();
        assertThat(now.text("description")).isEqualTo("更新");
        assertThat(left(undone)).as(undone.raw()).containsExactly("description");
    }

    @Test
    void aFormerValueThatTheFieldNoLongerTakesStaysAndIsTold() {
        Map<String, Object> field = new LinkedHashMap<>(Map.of(
                "name", "grade", "type", "choice", "label", Map.of("en", "Grade"), "choices", List.of("x", "y")));
        field.put("open", false);
        admin.post("/meta/objects/account/fields", field).expect(201);
        change("account", kept, Map.of("c_grade", "x"));
        merge(Map.of("c_grade", "y"));
        admin.patch("/meta/objects/account/fields/c_grade", Map.of("choices", List.of("y")))
                .expect(200);

        Answer undone = undo(admin).expect(200);

        assertThat(account(kept).text("c_grade")).isEqualTo("y");
        assertThat(left(undone)).as(undone.raw()).containsExactly("c_grade");
    }

    @Test
    void whatTheRecordLedToAfterTheMergeStays() {
        change("account", kept, Map.of("parent", gone));
        merge(Map.of());
        String third = made("account", Map.of("name", "母公司"));
        change("account", kept, Map.of("parent", third));

        Answer undone = undo(admin).expect(200);

        assertThat(account(kept).text("/parent/id")).isEqualTo(third);
        assertThat(left(undone)).as(undone.raw()).containsExactly("parent");
    }

    @Test
    void oneThatWasRestoredByHandGetsBackWhatWasItsOwn() {
        merge(Map.of("tier", "vip"));
        admin.post("/records/account/" + gone + "/restore", Map.of()).expect(200);

        Answer undone = undo(admin).expect(200);

        assertThat(undone.at("restored").isEmpty()).as(undone.raw()).isTrue();
        assertThat(undone.text("/already_there/0")).isEqualTo(gone);
        assertThat(undone.at("moved").asInt()).isEqualTo(1);
        assertThat(accountOfPerson()).isEqualTo(gone);
        assertThat(account(kept).at("/employees").isNull()).isTrue();
        assertThat(account(kept).text("tier")).isEqualTo("b");
        undo(admin).refused(409, "merge.nothing_to_undo");
    }

    @Test
    void oneThatSomebodyDeletedSinceStaysDeletedAndItsValuesStay() {
        merge(Map.of());
        admin.post("/records/account/" + gone + "/restore", Map.of()).expect(200);
        String tag = account(gone).header("ETag");
        admin.header("If-Match", tag).delete("/records/account/" + gone).expect(204);
        admin.without("If-Match");

        Answer undone = undo(admin).expect(200);

        admin.get("/records/account/" + gone).expect(404);
        assertThat(accountOfPerson()).isEqualTo(kept);
        assertThat(account(kept).at("/employees").asInt()).isEqualTo(120);
        assertThat(undone.at("moved").asInt()).isZero();
        List<String> told = undone.at("left")
                .valueStream()
                .map(one -> one.at("/id").asString())
                .distinct()
                .toList();
        assertThat(told).as(undone.raw()).containsExactlyInAnyOrder(gone, person, kept);
    }

    @Test
    void whatMayNotBeWrittenStaysAndHiddenFieldsAreNotNamed() {
        merge(Map.of());
        Api merger = merger(all(), Map.of("account.phone", "read", "account.website", "hidden"));

        Answer undone = undo(merger).expect(200);

        Answer now = account(kept);
        assertThat(now.text("phone")).contains("55556666");
        assertThat(now.text("website")).isEqualTo("https://walnut.example.com");
        assertThat(now.at("/employees").isNull()).isTrue();
        assertThat(undone.raw()).doesNotContain("website", "walnut").doesNotContain(person);
        assertThat(left(undone)).as(undone.raw()).containsExactlyInAnyOrder("phone", "");
        assertThat(accountOfPerson()).isEqualTo(gone);
    }

    @Test
    void whoCouldNotMergeTheRecordsDoesNotTakeTheirMergeBack() {
        String me = tenant.person("merger").toString();
        change("account", kept, Map.of("owner", me));
        merge(Map.of());
        String before = account(kept).header("ETag");
        Api merger = merger(Map.of("read", "own", "create", true, "update", "own", "delete", "own"), Map.of());

        admin.put("/users/" + me + "/roles", List.of("merger")).expect(200);
        Answer refused = undo(merger);

        refused.refused(403, "record.not_permitted");
        assertThat(refused.raw()).doesNotContain(gone);
        admin.get("/records/account/" + gone).expect(404);
        assertThat(accountOfPerson()).isEqualTo(kept);
        assertThat(account(kept).header("ETag")).isEqualTo(before);
    }

    @Test
    void whoMayReadTheRecordsOnlyDoesNotEither() {
        merge(Map.of());
        Map<String, Object> reads = Map.of("read", "all", "create", true, "update", "all", "delete", "none");

        undo(merger(reads, Map.of())).refused(403, "record.not_permitted");

        assertThat(accountOfPerson()).isEqualTo(kept);
    }

    @Test
    void aValueThatOnlyOneMayHaveIsNotTakenFromWhoMayNotWriteIt() {
        change("account", gone, Map.of("credit_code", CODE));
        merge(Map.of());

        Answer refused = undo(merger(all(), Map.of("account.credit_code", "hidden")));

        refused.refused(403, "record.not_permitted");
        assertThat(refused.raw()).doesNotContain("credit_code", CODE);
        assertThat(account(kept).text("credit_code")).isEqualTo(CODE);
    }

    @Test
    void anotherPersonsMergeIsTakenBackByWhoCouldMakeIt() {
        merge(Map.of());

        Answer undone = undo(merger(all(), Map.of())).expect(200);

        assertThat(undone.text("/restored/0")).isEqualTo(gone);
        assertThat(undone.at("moved").asInt()).isEqualTo(1);
        assertThat(undone.at("left").isEmpty()).as(undone.raw()).isTrue();
    }

    @Test
    void linksThatWereAwayMeanwhileLeadToTheRecordThatIsLeft() {
        admin.post("/meta/objects", Map.of("name", "visit", "label", Map.of("en", "Visit")))
                .expect(201);
        admin.post(
                        "/meta/objects/c_visit/fields",
                        Map.of("name", "at", "type", "link", "target", "account", "label", Map.of("en", "At")))
                .expect(201);
        String visit = made("c_visit", Map.of("name", "初访", "c_at", gone));
        admin.delete("/meta/objects/c_visit");
        merge(Map.of());
        String last = made("account", Map.of("name", "华东精密集团"));
        admin.post("/records/account/" + last + "/merge", Map.of("from", List.of(kept)))
                .expect(200);

        admin.post("/meta/objects/c_visit/restore", Map.of()).expect(200);

        assertThat(admin.get("/records/c_visit/" + visit).expect(200).text("/c_at/id"))
                .isEqualTo(last);
    }

    @Test
    void aFieldThatWasDeletedIsTold() {
        admin.post(
                        "/meta/objects/account/fields",
                        Map.of("name", "floor", "type", "text", "label", Map.of("en", "Floor")))
                .expect(201);
        change("account", gone, Map.of("c_floor", "3"));
        merge(Map.of());
        admin.delete("/meta/objects/account/fields/c_floor");

        Answer undone = undo(admin).expect(200);

        assertThat(left(undone)).as(undone.raw()).containsExactly("");
    }

    @Test
    void whoFollowsOneOfThemFollowsTheOneThatIsLeftOnce() {
        String target = "/records/account/";
        Api both = tenant.as("both", "admin");
        both.post(target + kept + "/follow", Map.of()).expect(200);
        both.post(target + gone + "/follow", Map.of()).expect(200);
        admin.post(target + gone + "/follow", Map.of()).expect(200);

        merge(Map.of());

        for (Api person : List.of(both, admin)) {
            assertThat(person.get("/records/follow").at("items").size()).isEqualTo(1);
            assertThat(person.get("/records/follow").text("/items/0/record/id")).isEqualTo(kept);
            person.post(target + kept + "/unfollow", Map.of()).expect(200);
            assertThat(person.get("/records/follow").at("items").size()).isZero();
        }
    }

    @Test
    void whatPeopleKeepOfBothIsKeptOfBothAgain() {
        Api both = tenant.as("both", "admin");
        for (String id : List.of(kept, gone)) {
            both.post("/records/account/" + id + "/follow", Map.of()).expect(200);
            both.post("/records/account/" + id + "/open", Map.of()).expect(200);
            both.post("/records/favourite", Map.of("record", Map.of("object", "account", "id", id)))
                    .expect(201);
        }

        merge(Map.of());

        both.post("/records/account/" + kept + "/open", Map.of()).expect(200);
        for (String object : List.of("follow", "favourite", "recent")) {
            assertThat(led(both, object)).as(object).containsExactly(kept);
        }
        undo(admin).expect(200);
        for (String object : List.of("follow", "favourite")) {
            assertThat(led(both, object)).as(object).containsExactlyInAnyOrder(kept, gone);
        }
    }

    private static List<String> led(Api person, String object) {
        return person.get("/records/" + object)
                .at("items")
                .valueStream()
                .map(one -> one.at("/record/id").asString())
                .toList();
    }
}
