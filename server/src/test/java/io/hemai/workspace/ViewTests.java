package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.custom.MetaPurge;
import io.hemai.records.transfer.Upload;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Saved lists ask what their author may ask, and tell others nothing new. */
@HemaiTest
class ViewTests {
    /** Views of accounts that name a hidden field and compare none. */
    private static final int NAMING = 5;

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    @Autowired
    TestTenants tenants;

    @Autowired
    MetaPurge purge;

    @Autowired
    DSLContext sql;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin().speaking("en");
    }

    private static Answer save(Api who, Object filter) {
        return who.post("/records/view", Map.of("name", "v", "object", "account", "filter", filter));
    }

    private static Map<String, Object> leaf(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    @Test
    void aFilterThatDoesNotFitIsRefusedAtItsField() {
        for (Object filter : List.of(
                leaf("nothing", "eq", 1),
                leaf("name", "like", "x"),
                leaf("employees", "contains", "1"),
                leaf("employees", "gt", "many"),
                Map.of("or", Map.of()),
                Map.of("and", List.of(leaf("owner.nothing", "eq", 1))))) {
            Answer answer = save(admin, filter).refused(422, "workspace.unfit");
            assertThat(answer.text("/errors/0/field")).isEqualTo("filter");
            assertThat(answer.text("/errors/0/message"))
                    .startsWith("This does not fit the object: ")
                    .doesNotContain("{0}", "unfit");
        }
        save(admin, "x").refused(400, "value.wrong_type");
        save(admin, Map.of("and", List.of(leaf("owner.name", "contains", "王"), leaf("employees", "ge", 10))))
                .expect(201);
    }

    @Test
    void columnsAndOrderAreHeldAgainstTheObjectToo() {
        Map<String, Object> plain = Map.of("name", "v", "object", "account");
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "columns", List.of("name", "nothing"), "sort", List.of("-nothing"))
                .entrySet()) {
            Map<String, Object> view = new HashMap<>(plain);
            view.put(wrong.getKey(), wrong.getValue());
            assertThat(admin.post("/records/view", view)
                            .refused(422, "workspace.unfit")
                            .text("/errors/0/field"))
                    .isEqualTo(wrong.getKey());
        }
        admin.post("/records/view", Map.of("name", "v", "object", "nothing")).refused(422, "workspace.unknown_object");
        admin.post(
                        "/records/view",
                        Map.of("name", "v", "object", "account", "settings", Map.of("x", "y".repeat(70_000))))
                .refused(422, "value.too_many_bytes");
    }

    private Api clerk(Map<String, String> fields) {
        Map<String, Object> all = Map.of("read", "all");
        return tenant.having("clerk", Map.of("account", all, "user", all), fields);
    }

    @Test
    void whoDoesNotKnowAFieldCannotAskByIt() {
        Api clerk = clerk(Map.of("account.phone", "hidden", "account.website", "masked"));

        save(clerk, leaf("phone", "eq", "1")).refused(422, "workspace.unfit");
        save(clerk, leaf("website", "eq", "1")).refused(422, "workspace.unfit");
        save(clerk, leaf("name", "eq", "1")).expect(201);
        clerk.post("/records/view", Map.of("name", "v", "object", "lead")).refused(422, "workspace.unknown_object");
        clerk.post("/records/view", Map.of("name", "v", "object", "account", "columns", List.of("phone")))
                .refused(422, "workspace.unfit");
    }

    @Test
    void whatAViewTellsOfHiddenFieldsIsKeptFromWhoDoesNotSeeThem() {
        Api clerk = clerk(Map.of("account.phone", "hidden", "account.website", "masked", "user.email", "hidden"));
        List<Map<String, Object>> telling = List.of(
                Map.of("object", "account", "filter", leaf("phone", "eq", "021-62345678")),
                Map.of("object", "account", "filter", Map.of("not", leaf("website", "eq", "https://secret.cn"))),
                Map.of("object", "account", "filter", leaf("owner.email", "eq", "secret@example.com")),
                Map.of("object", "account", "columns", List.of("name", "phone")),
                Map.of("object", "account", "sort", List.of("-website")),
                Map.of("object", "account", "settings", Map.of("by", "phone")),
                Map.of("object", "account", "settings", Map.of("lanes", "phone")),
                Map.of("object", "account", "settings", Map.of("card", List.of("name", "owner.email"))),
                Map.of("object", "account", "settings", Map.of("widths", Map.of("phone", 120))),
                Map.of("object", "lead", "columns", List.of("name")));
        List<String> comparing = new ArrayList<>();
        for (Map<String, Object> view : telling) {
            String id = admin.post("/records/view", with(view, "name", "secret", "audience", List.of("everyone")))
                    .expect(201)
                    .text("id");
            if (view.containsKey("filter") || view.containsKey("sort")) {
                comparing.add(id);
            }
        }
        Map<String, Object> harmless = Map.of("object", "account", "columns", List.of("name", "website"));
        admin.post("/records/view", with(harmless, "name", "harmless", "audience", List.of("clerk")))
                .expect(201);

        Answer seen = clerk.get("/records/view?count=exact").expect(200);

        assertThat(seen.raw()).contains("harmless").doesNotContain("secret");
        List<String> inPart =
                clerk.get("/views/in_part?object=account").at("items").findValuesAsString("id");
        assertThat(inPart).hasSize(NAMING).doesNotContainAnyElementsOf(comparing);
        assertThat(seen.at("count/value").asInt()).isEqualTo(1);
        Answer report =
                clerk.post("/reports/run", Map.of("object", "view", "group_by", List.of(Map.of("field", "object"))));
        assertThat(report.expect(200).raw()).doesNotContain("lead");
        assertThat(admin.get("/records/view?count=exact").at("count/value").asInt())
                .isEqualTo(11);
    }

    @Test
    void aViewThatOnlyNamesWhatIsHiddenIsThereWithoutIt() {
        Api clerk = clerk(Map.of("account.phone", "hidden", "account.website", "masked", "user.email", "hidden"));
        String id = admin.post("/records/view", namingHidden()).expect(201).text("id");

        clerk.get("/records/view/" + id).expect(404);
        Answer seen = clerk.get("/views/in_part?object=account").expect(200);

        assertThat(seen.at("items").size()).isEqualTo(1);
        assertThat(seen.text("/items/0/id")).isEqualTo(id);
        assertThat(seen.at("/items/0/columns").toString()).isEqualTo("[\"name\",\"website\"]");
        assertThat(seen.at("/items/0/settings").toString())
                .isEqualTo("{\"pinned\":[\"website\"],\"widths\":{\"website\":120},\"density\":\"compact\"}");
        assertThat(seen.text("/items/0/filter/value")).isEqualTo("华");
        assertThat(seen.at("/items/0/withheld").asInt()).isEqualTo(2);
        assertThat(seen.raw()).doesNotContain("phone", "email", "021-6", "987654321");
        assertThat(inPart(clerk, "lead")).isEmpty();
        assertThat(inPart(admin, "account")).isEmpty();
        clerk.get("/views/in_part").refused(400, "request.missing");
    }

    private static Map<String, Object> namingHidden() {
        Map<String, Object> settings = Map.of(
                "pinned", List.of("phone", "website"),
                "widths", Map.of("phone", 987654321, "website", 120),
                "by", "phone",
                "limits", Map.of("021-62345678", 3),
                "density", "compact");
        return Map.of(
                "name", "shared",
                "object", "account",
                "columns", List.of("name", "phone", "website", "owner.email"),
                "settings", settings,
                "filter", leaf("name", "contains", "华"),
                "sort", List.of("-name"),
                "audience", List.of("everyone"));
    }

    @Test
    void whoSharesAloneShowsAViewInPart() {
        Api clerk = clerk(Map.of("account.phone", "hidden"));
        Map<String, Object> columns = Map.of("name", "v", "object", "account", "columns", List.of("name", "phone"));
        String path = "/records/view/"
                + admin.post("/records/view", columns).expect(201).text("id");
        assertThat(inPart(clerk, "account")).isEmpty();

        admin.post(
                        path + "/share",
                        Map.of(
                                "with",
                                List.of(Map.of("user", tenant.person("clerk").toString()))))
                .expect(200);

        assertThat(inPart(clerk, "account")).containsExactly("v");
        assertThat(inPart(tenant.as("stranger", "clerk"), "account")).isEmpty();
        assertThat(inPart(tenant.as("nobody"), "account")).isEmpty();
    }

    @Test
    void whoMayNotReadWhatViewsHoldIsToldOfNone() {
        Api clerk = clerk(Map.of("account.phone", "hidden", "view.filter", "hidden"));
        admin.post("/records/view", namingHidden()).expect(201);
        assertThat(inPart(clerk, "account")).isEmpty();

        admin.post("/records/view", Map.of("name", "plain", "object", "account", "audience", List.of("everyone")))
                .expect(201);
        assertThat(clerk.get("/meta/objects/account").expect(200).at("views")).isEmpty();
        assertThat(admin.get("/meta/objects/account").expect(200).at("views")).isNotEmpty();
    }

    private static List<String> inPart(Api who, String object) {
        return who.get("/views/in_part?object=" + object)
                .expect(200)
                .at("items")
                .findValuesAsString("name");
    }

    @Test
    void whatAViewTellsOfHiddenFieldsIsKeptWhileTheyAreDeletedToo() {
        admin.post("/meta/objects/account/fields", Map.of("name", "secret", "type", "text", "label", Map.of("en", "S")))
                .expect(201);
        admin.post("/meta/objects", Map.of("name", "secret", "label", Map.of("en", "S")))
                .expect(201);
        Api clerk = clerk(Map.of("account.c_secret", "hidden"));
        Api other = tenant.as("other", "admin");
        Map<String, Object> everyone = Map.of("name", "v", "audience", List.of("everyone"));
        for (Map<String, Object> view : List.of(
                Map.<String, Object>of("object", "account", "filter", leaf("c_secret", "eq", "geheim")),
                Map.<String, Object>of("object", "c_secret", "filter", leaf("name", "eq", "geheim")))) {
            admin.post("/records/view", with(view, "name", "v", "audience", List.of("everyone")))
                    .expect(201);
        }
        String board = admin.post("/records/dashboard", everyone).expect(201).text("id");
        Map<String, Object> report = Map.of(
                "object", "account",
                "filter", leaf("c_secret", "eq", "geheim"),
                "measures", List.of(Map.of("fn", "count", "name", "n")));
        admin.post(
                        "/records/figure",
                        Map.of("dashboard", board, "name", "f", "position", 1, "kind", "number", "report", report))
                .expect(201);
        toldTo(clerk, 0, 0);
        toldTo(other, 2, 1);

        admin.delete("/meta/objects/account/fields/c_secret").expect(204);
        admin.delete("/meta/objects/c_secret").expect(204);

        toldTo(clerk, 0, 0);
        toldTo(other, 2, 1);

        for (String table : List.of("meta_field", "meta_object")) {
            sql.update(DSL.table(DSL.name(tenant.tenant().schema(), table)))
                    .set(DSL.field(DSL.name("deleted_at"), OffsetDateTime.class), LONG_AGO)
                    .where(DSL.field(DSL.name("deleted_at")).isNotNull())
                    .execute();
        }
        purge.run(tenant.tenant());

        toldTo(clerk, 0, 0);
        toldTo(other, 0, 0);
        toldTo(admin, 2, 0);
    }

    private static void toldTo(Api who, int views, int figures) {
        Answer seen = who.get("/records/view?count=exact").expect(200);
        assertThat(seen.at("count/value").asInt()).as(seen.raw()).isEqualTo(views);
        Answer drawn = who.get("/records/figure?count=exact");
        assertThat(drawn.raw().contains("geheim")).as(drawn.raw()).isEqualTo(figures > 0);
        assertThat(seen.raw().contains("geheim")).isEqualTo(views > 0);
        assertThat(who.get("/views/in_part?object=account").expect(200).raw()).doesNotContain("geheim");
    }

    @Test
    void sharingAloneDisclosesNothingEither() {
        RecordId clerksId;
        Api clerk = clerk(Map.of("account.phone", "hidden"));
        clerksId = tenant.person("clerk");
        String path = "/records/view/"
                + save(admin, leaf("phone", "eq", "021-62345678")).expect(201).text("id");
        admin.post(path + "/share", Map.of("with", List.of(Map.of("user", clerksId.toString())), "level", "write"))
                .expect(200);

        clerk.get(path).expect(404);
        clerk.header("If-Match", "\"1\"").patch(path, Map.of("position", 1)).expect(404);
    }

    private static Map<String, Object> with(Map<String, Object> map, Object... more) {
        Map<String, Object> all = new HashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void moreViewsAreNoMoreStatements() {
        Api li = tenant.as("li", "sales");
        long few = cost(li, 3);
        long many = cost(li, 60);

        assertThat(few).isPositive();
        assertThat(many).isEqualTo(few);
    }

    private static long cost(Api who, int more) {
        for (int i = 0; i < more; i++) {
            save(who, leaf("name", "contains", "n" + i)).expect(201);
        }
        who.post("/records/view/query", Map.of("filter", leaf("object", "eq", "account")))
                .expect(200);
        return IntStream.range(0, 8).mapToLong(i -> cost(who)).min().orElseThrow();
    }

    /** Others work meanwhile, so the cheapest of several counts. */
    private static long cost(Api who) {
        try (RoundTrips trips = RoundTrips.counted()) {
            who.post("/records/view/query", Map.of("filter", leaf("object", "eq", "account")))
                    .expect(200);
            return trips.count();
        }
    }

    @Test
    void anExportedViewIsImportedAsItWas() throws InterruptedException {
        String id = admin.post(
                        "/records/view",
                        Map.of(
                                "name",
                                "v",
                                "object",
                                "account",
                                "external_id",
                                "v1",
                                "filter",
                                leaf("employees", "ge", 10),
                                "columns",
                                List.of("name", "employees"),
                                "settings",
                                Map.of("width", 1.5, "text", "a,\"b\"\n=1+1")))
                .expect(201)
                .text("id");
        Answer made = admin.get("/records/view/" + id);
        String job = admin.post(
                        "/exports",
                        Map.of(
                                "object", "view",
                                "fields", List.of("external_id", "name", "object", "filter", "columns", "settings"),
                                "format", "csv"))
                .expect(202)
                .text("id");
        while (!admin.get("/exports/" + job).text("status").equals("done")) {
            Thread.sleep(50);
        }
        String csv = new String(admin.download("/exports/" + job + "/file"), StandardCharsets.UTF_8);
        Answer imported = Upload.of("view", csv.replace("v1", "v2")).done(admin);
        assertThat(imported.at("created").asInt()).as(imported.raw() + csv).isEqualTo(1);
        Answer again = admin.post("/records/view/query", Map.of("filter", leaf("external_id", "eq", "v2")));
        for (String field : List.of("filter", "columns", "settings")) {
            assertThat(again.at("/items/0/" + field)).as(field).isEqualTo(made.at(field));
        }
    }
}
