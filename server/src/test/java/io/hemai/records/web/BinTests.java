package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a deletion takes along, empties or is stopped by, and how it all comes back. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BinTests {
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
        return admin.post("/records/" + object, values).expect(201).text("id");
    }

    private static Answer delete(Api by, String object, String id) {
        String tag = by.get("/records/" + object + "/" + id).expect(200).header("ETag");
        Answer answer = by.header("If-Match", tag).delete("/records/" + object + "/" + id);
        by.without("If-Match");
        return answer;
    }

    private Answer restore(String object, String id) {
        return admin.post("/records/" + object + "/" + id + "/restore", Map.of());
    }

    private JsonNode inBin(String id) {
        return admin.get("/bin?limit=200")
                .expect(200)
                .at("items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linksAreGivenByTheNamesOfOtherSystems() {
        String account = made("account", Map.of("name", "外部公司", "external_id", "erp-1"));

        Answer contact = admin.post("/records/contact", Map.of("name", "王芳", "account", Map.of("external_id", "erp-1")))
                .expect(201);

        assertThat(contact.text("/account/id")).isEqualTo(account);
        assertThat(contact.text("/account/label")).isEqualTo("外部公司");
        assertThat(admin.post("/records/contact", Map.of("name", "x", "account", Map.of("external_id", "erp-2")))
                        .refused(422, "record.link_not_found")
                        .text("/errors/0/field"))
                .isEqualTo("account");
    }

    @Test
    void theBinIsAskedForAnObjectOrARecord() {
        String lead = made("lead", Map.of("name", "找回的线索"));
        String account = made("account", Map.of("name", "找回的客户"));
        delete(admin, "lead", lead).expect(204);
        delete(admin, "account", account).expect(204);

        assertThat(ids("?objects=lead,opportunity&limit=200")).contains(lead).doesNotContain(account);
        assertThat(ids("?record=" + account)).containsExactly(account);
        assertThat(ids("?objects=lead&record=" + account)).isEmpty();
        admin.get("/bin?objects=nothing").refused(404, "meta.unknown_object");
        admin.get("/bin?record=x").refused(400, "request.invalid_parameter");
    }

    private List<String> ids(String asked) {
        return admin.get("/bin" + asked)
                .expect(200)
                .at("items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    @Test
    void aDealKeepsItsAccountFromBeingDeleted() {
        String account = made("account", Map.of("name", "有商机的公司"));
        String deal = made("opportunity", Map.of("name", "商机", "account", account));
        delete(admin, "account", account).refused(409, "record.linked");

        delete(admin, "opportunity", deal).expect(204);
        delete(admin, "account", account).expect(204);
        // the deal's account comes first
        restore("opportunity", deal).refused(409, "record.restore_first");
        restore("account", account).expect(200);
        restore("opportunity", deal).expect(200);
        assertThat(admin.get("/records/opportunity/" + deal).text("/account/id"))
                .isEqualTo(account);
    }

    @Test
    void whatGoesWithARecordComesBackWithIt() {
        String account = made("account", Map.of("name", "整体删除"));
        String contact = made("contact", Map.of("name", "随之删除", "account", account));
        String call = made(
                "activity",
                Map.of("kind", "call", "subject", "电话", "about", Map.of("object", "account", "id", account)));
        String lead = made("lead", Map.of("name", "另一条"));

        delete(admin, "account", account).expect(204);
        admin.get("/records/contact/" + contact).expect(404);
        admin.get("/records/activity/" + call).expect(404);
        admin.get("/records/lead/" + lead).expect(200);
        JsonNode item = inBin(account);
        assertThat(item.at("/label").asString()).isEqualTo("整体删除");
        assertThat(item.at("/cascade").asInt()).isEqualTo(2);
        assertThat(item.at("/deleted_by/label").asString()).isEqualTo("admin");
        restore("contact", contact).expect(404);

        assertThat(restore("account", account).expect(200).at("version").asLong())
                .isGreaterThan(1);
        assertThat(admin.get("/records/contact/" + contact).expect(200).text("/account/id"))
                .isEqualTo(account);
        admin.get("/records/activity/" + call).expect(200);
        restore("account", account).expect(404);
    }

    @Test
    void aLinkThatBecameEmptyIsFilledAgain() {
        String sample = made("sample", Map.of("name", "被指向"));
        String card = made("card", Map.of("name", "名片", "sample", sample));

        delete(admin, "sample", sample).expect(204);
        assertThat(admin.get("/records/card/" + card).at("sample").isNull()).isTrue();
        restore("sample", sample).expect(200);
        assertThat(admin.get("/records/card/" + card).text("/sample/id")).isEqualTo(sample);
    }

    @Test
    void aValueTakenMeanwhileIsNamed() {
        String first = made("sample", Map.of("name", "先", "code", "bin-1"));
        delete(admin, "sample", first).expect(204);
        made("sample", Map.of("name", "后", "code", "bin-1"));

        Answer refused = restore("sample", first).refused(409, "record.not_unique");
        assertThat(refused.text("/errors/0/field")).isEqualTo("code");
    }

    @Test
    void theBinIsPagedAndShowsEachTheirOwn() {
        Api wang = tenant.as("wang", "sales_manager");
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = wang.post("/records/lead", Map.of("name", "删" + i))
                    .expect(201)
                    .text("id");
            delete(wang, "lead", id).expect(204);
            gone.addFirst(id);
        }
        String foreign = made("lead", Map.of("name", "别人的"));
        delete(admin, "lead", foreign).expect(204);

        Answer first = wang.get("/bin?limit=2").expect(200);
        Answer second = wang.get("/bin?limit=2&after=" + first.text("next")).expect(200);
        List<String> seen = new ArrayList<>();
        first.at("items").forEach(item -> seen.add(item.at("/id").asString()));
        second.at("items").forEach(item -> seen.add(item.at("/id").asString()));
        assertThat(seen).isEqualTo(gone);
        assertThat(second.at("next").isNull()).isTrue();

        wang.post("/records/lead/" + foreign + "/restore", Map.of()).expect(404);
        tenants.fresh()
                .admin()
                .post("/records/lead/" + foreign + "/restore", Map.of())
                .expect(404);
        String back = "/records/lead/" + gone.getFirst();
        wang.post(back + "/restore", Map.of()).expect(200);
        Answer told = wang.get(back + "/history").expect(200);
        assertThat(told.text("/items/0/act")).isEqualTo("restored");
        assertThat(told.text("/items/0/actor/kind")).isEqualTo("user");
        assertThat(told.text("/items/0/actor/label")).isEqualTo("wang");
    }

    @Test
    void whatOneDeletedComesBackByTheRightsOneHasNow() {
        Map<String, Object> all = Map.of("read", "all", "create", true, "update", "all", "delete", "all");
        admin.post("/roles", Map.of("name", "keeper", "objects", Map.of("*", all)))
                .expect(201);
        String keeper = tenant.person("keeper", "keeper").toString();
        Api api = tenant.as("keeper");
        String lead = made("lead", Map.of("name", "删了又后悔"));
        delete(api, "lead", lead).expect(204);

        admin.put("/users/" + keeper + "/roles", List.of("viewer")).expect(200);
        api.post("/records/lead/" + lead + "/restore", Map.of()).expect(404);
        admin.put("/users/" + keeper + "/roles", List.of("keeper")).expect(200);
        api.post("/records/lead/" + lead + "/restore", Map.of()).expect(200);
    }

    @Test
    void linksOfManyComeBackInFewStatements() {
        restored(1);
        long few = restored(2);
        long many = restored(40);
        assertThat(many - few).as("%d, then %d", few, many).isLessThan(40);
    }

    /** How often the database is asked when a campaign comes back to which so many leads led. */
    private long restored(int leads) {
        String campaign = made("campaign", Map.of("name", "展会"));
        List<String> ids = IntStream.range(0, leads)
                .mapToObj(i -> admin.post(
                                "/records/lead?duplicates=allow",
                                Map.of("name", "展会线索" + leads + "-" + i, "campaign", campaign))
                        .expect(201)
                        .text("id"))
                .toList();
        delete(admin, "campaign", campaign).expect(204);
        try (RoundTrips trips = RoundTrips.counted()) {
            restore("campaign", campaign).expect(200);
            long asked = trips.count();
            ids.forEach(lead -> assertThat(admin.get("/records/lead/" + lead).text("/campaign/id"))
                    .isEqualTo(campaign));
            return asked;
        }
    }
}
