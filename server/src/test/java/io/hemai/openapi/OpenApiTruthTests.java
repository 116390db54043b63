package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.records.transfer.Upload;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API takes and answers is what its description says. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTruthTests {
    private static final String LEAD = "/records/lead/{id}";

    @Autowired
    TestTenants tenants;

    private TestTenant company;
    private Api admin;
    private Spec spec;

    @BeforeAll
    void aCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
        for (String type :
                List.of("rich_text", "rating", "multi_choice", "percent", "decimal", "image", "user", "auto_number")) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", type);
            field.put("type", type);
            field.put("label", Map.of("en", type));
            if (type.equals("multi_choice")) {
                field.put("choices", List.of("a", "b"));
            }
            admin.post("/meta/objects/lead/fields", field).expect(201);
        }
        spec = Spec.of(admin);
    }

    private Answer lead(Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("name", "张伟"));
        values.putAll(more);
        return admin.post("/records/lead?duplicates=allow", values).expect(201);
    }

    private Answer full() {
        return lead(Map.ofEntries(
                Map.entry("mobile", "138 0013 8000"),
                Map.entry("email", "zhang@example.com"),
                Map.entry("website", "example.com"),
                Map.entry("credit_code", "91350100M000100Y43"),
                Map.entry("source", "website"),
                Map.entry("region", "浙江省杭州市"),
                Map.entry("address", Map.of("region", "330106", "street", "文三路1号")),
                Map.entry("employees", 12),
                Map.entry("expected_amount", "1200"),
                Map.entry("need", true),
                Map.entry("revisit_on", "2027-03-31"),
                Map.entry("next_follow_up_at", "2027-03-31T09:30:00+08:00"),
                Map.entry("tags", List.of("VIP")),
                Map.entry("c_rich_text", "<p>你好</p>"),
                Map.entry("c_rating", 4),
                Map.entry("c_multi_choice", List.of("b", "a")),
                Map.entry("c_percent", "12.5"),
                Map.entry("c_decimal", 3)));
    }

    @Test
    void recordsOfEveryKindOfFieldAreAsDescribed() {
        Answer made = full();
        spec.holds(made, "POST", "/records/lead");
        Answer read = spec.holds(admin.get("/records/lead/" + made.text("id")).expect(200), "GET", LEAD);

        assertThat(new TreeSet<>(read.body().propertyNames())).isEqualTo(spec.properties("lead"));
        ObjectNode broken = (ObjectNode) read.body();
        broken.put("expected_amount", "1200");
        assertThat(spec.validator(spec.schema("lead")).wrong(broken)).isNotEmpty();
    }

    @Test
    void recordsThatAreWrittenAndNotReadAreAsDescribed() {
        Map<String, String> toAnother =
                Map.of("name", "张伟", "owner", company.person("other").toString());
        Api seller = company.as("seller", "sales");
        Answer given = Spec.of(seller).holds(seller.post("/records/lead", toAnother), "POST", "/records/lead");
        assertThat(given.expect(201).body().propertyNames()).containsExactly("id", "version", "owner");

        String token = admin.post("/tokens", Map.of("name", "w", "scopes", List.of("records:write")))
                .text("token");
        Api writer = tenants.api().token(token).header("If-Match", given.header("ETag"));
        Answer changed = writer.patch("/records/lead/" + given.text("id"), Map.of("title", "经理"));
        assertThat(spec.holds(changed, "PATCH", LEAD).expect(200).body().propertyNames())
                .containsExactly("id", "version");
        ObjectNode broken = (ObjectNode) changed.body();
        broken.put("owner", 7);
        assertThat(spec.validator(spec.schema("lead_written")).wrong(broken)).isNotEmpty();
    }

    @Test
    void whoOnlyMakesRecordsReadsHowTheyAreAnswered() {
        Map<String, Object> makes = Map.of("lead", Map.of("read", "none", "create", true));
        admin.post("/roles", Map.of("name", "maker", "objects", makes)).expect(201);
        Api maker = company.as("maker", "maker");
        Spec own = Spec.of(maker);

        own.holds(maker.post("/records/lead", Map.of("name", "李娜")), "POST", "/records/lead")
                .expect(201);
        own.document()
                .findValues("$ref")
                .forEach(ref -> assertThat(own.at(ref.asString().substring(1)).isMissingNode())
                        .as(ref.asString())
                        .isFalse());
    }

    @Test
    void everyObjectTakesItsOwnExample() {
        List<String> refused = new ArrayList<>();
        for (JsonNode tag : spec.document().path("tags")) {
            String object = tag.path("name").asString();
            JsonNode example = spec.example("POST", "/records/" + object);
            if (!example.isMissingNode() && !example.toString().contains("01980c2f")) {
                Answer made = admin.post("/records/" + object, example);
                if (made.status() == 201) {
                    spec.holds(made, "POST", "/records/" + object);
                    change(object, made, refused);
                } else {
                    refused.add(object + " " + example + " " + made.raw());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private void change(String object, Answer made, List<String> refused) {
        JsonNode changes = spec.example("PATCH", "/records/" + object + "/{id}");
        Answer changed = admin.header("If-Match", made.header("ETag"))
                .patch("/records/" + object + "/" + made.text("id"), changes);
        admin.without("If-Match");
        if (changed.status() == 200) {
            spec.holds(changed, "PATCH", "/records/" + object + "/{id}");
        } else {
            refused.add("PATCH " + object + " " + changes + " " + changed.raw());
        }
    }

    @Test
    void pagesAndQueriesAreAsDescribed() {
        full();
        lead(Map.of());
        spec.holds(admin.get("/records/lead?limit=1&count=exact"), "GET", "/records/lead");
        Answer page = admin.post("/records/lead/query", spec.example("POST", "/records/lead/query"));
        spec.holds(page, "POST", "/records/lead/query").expect(200);
        spec.holds(admin.get("/search?q=" + URLEncoder.encode("张伟", StandardCharsets.UTF_8)), "GET", "/search");
    }

    @Test
    void problemsAreAsDescribed() {
        Answer lead = full();
        String path = "/records/lead/" + lead.text("id");
        spec.holds(admin.post("/records/lead", Map.of("email", "x", "nonsense", 1)), "POST", "/records/lead");
        spec.holds(admin.post("/records/lead", Map.of("name", "张", "mobile", "138 0013 8000")), "POST", "/records/lead")
                .expect(409);
        spec.holds(admin.patch(path, Map.of("name", "x")), "PATCH", LEAD).expect(428);
        spec.holds(admin.header("If-Match", "\"9\"").patch(path, Map.of("name", "x")), "PATCH", LEAD)
                .expect(412);
        admin.without("If-Match");
        spec.holds(tenants.api().get(path), "GET", LEAD).expect(401);
        spec.holds(admin.get("/records/lead?limit=0"), "GET", "/records/lead").expect(400);
    }

    @Test
    void whatHappenedIsAsDescribed() {
        Answer lead = full();
        String path = "/records/lead/" + lead.text("id");
        admin.header("If-Match", lead.header("ETag"))
                .patch(path, Map.of("name", "李娜", "expected_amount", "5"))
                .expect(200);
        admin.without("If-Match");
        Answer history = spec.holds(admin.get(path + "/history"), "GET", LEAD + "/history");
        assertThat(history.at("/items")).hasSize(2);
        spec.holds(admin.get(path + "/timeline"), "GET", LEAD + "/timeline");
    }

    @Test
    void batchesVerbsAndTheBinAreAsDescribed() {
        Answer one = lead(Map.of());
        Map<String, Object> batch = Map.of(
                "create", List.of(Map.of("name", "王芳"), Map.of("name", "李四", "mobile", "x")),
                "delete", List.of(Map.of("id", one.text("id"), "version", 1)),
                "atomic", false);
        assertThat(spec.validator(spec.schema("lead_batch")).wrong(batch)).isEmpty();
        spec.holds(admin.post("/records/lead/batch", batch), "POST", "/records/lead/batch")
                .expect(200);
        spec.holds(admin.get("/bin"), "GET", "/bin").expect(200);
        spec.holds(admin.post("/records/lead/" + one.text("id") + "/restore", Map.of()), "POST", LEAD + "/restore");
        String convert = "/records/lead/" + one.text("id") + "/convert";
        JsonNode input = spec.example("POST", LEAD + "/convert");
        spec.holds(admin.post(convert, input), "POST", LEAD + "/convert").expect(200);
        spec.holds(admin.post(convert, input), "POST", LEAD + "/convert").expect(409);
        Answer other = lead(Map.of());
        spec.holds(
                        admin.post(
                                "/records/lead/" + other.text("id") + "/disqualify",
                                spec.example("POST", LEAD + "/disqualify")),
                        "POST",
                        LEAD + "/disqualify")
                .expect(200);
    }

    @Test
    void jobsAndReportsAreAsDescribed() throws InterruptedException {
        Answer done = Upload.of("lead", "姓名,手机\n陈晨,139 0000 1111\n,x\n").done(admin);
        spec.holds(done, "GET", "/imports/{id}");
        spec.holds(admin.get("/imports"), "GET", "/imports");
        spec.holds(admin.post("/exports", spec.example("POST", "/exports")), "POST", "/exports")
                .expect(202);
        spec.holds(admin.post("/reports/run", spec.example("POST", "/reports/run")), "POST", "/reports/run")
                .expect(200);
        for (String ready : Set.of("funnel", "lead_sources", "won_by_month", "ranking")) {
            spec.holds(admin.get("/reports/" + ready), "GET", "/reports/{name}").expect(200);
        }
    }

    @Test
    void theRestIsAsDescribed() {
        spec.holds(admin.get("/session"), "GET", "/session");
        Answer token = admin.post("/tokens", spec.example("POST", "/tokens"));
        spec.holds(token, "POST", "/tokens").expect(201);
        spec.holds(admin.get("/tokens"), "GET", "/tokens");
        spec.holds(admin.post("/roles", spec.example("POST", "/roles")), "POST", "/roles")
                .expect(201);
        spec.holds(admin.get("/roles"), "GET", "/roles");
        spec.holds(admin.get("/meta/objects"), "GET", "/meta/objects");
        spec.holds(admin.get("/meta/objects/lead"), "GET", "/meta/objects/{object}");
        spec.holds(admin.get("/meta/regions"), "GET", "/meta/regions");
        spec.holds(admin.get("/admin/dead_entries"), "GET", "/admin/dead_entries");
        spec.holds(admin.get("/meta/field_types"), "GET", "/meta/field_types");
        spec.holds(admin.post("/admin/reconcile", Map.of()), "POST", "/admin/reconcile");
    }
}
