package io.hemai.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.RoundTrips;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How pages and forms group their fields: as delivered, and as the company lays them out for whom. */
@HemaiTest
class LayoutTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private Api li;

    @BeforeEach
    void people() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        li = tenant.as("li", "sales");
    }

    /** Reads everything of leads but those fields. */
    private Api clerk(String... hidden) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : hidden) {
            fields.put(field, "hidden");
        }
        Map<String, Object> all = Map.of("read", "all", "create", true, "update", "all");
        return tenant.having("clerk", Map.of("lead", all), fields);
    }

    private static Map<String, Object> section(String label, String... fields) {
        return Map.of("label", Map.of("zh-CN", label), "fields", List.of(fields));
    }

    private static Map<String, Object> layout(String kind, Object definition, Object... more) {
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("object", "lead");
        layout.put("kind", kind);
        layout.put("definition", definition);
        for (int i = 0; i < more.length; i += 2) {
            layout.put((String) more[i], more[i + 1]);
        }
        return layout;
    }

    private static Map<String, Object> sections(Object... sections) {
        return Map.of("sections", List.of(sections));
    }

    private String kept(Map<String, Object> layout) {
        return "/records/layout/"
                + admin.post("/records/layout", layout).expect(201).text("id");
    }

    private static Answer lead(Api who) {
        return who.get("/meta/objects/lead").expect(200);
    }

    private static String firstSection(Api who, String kind) {
        return lead(who).text("/layouts/" + kind + "/sections/0/label/zh-CN");
    }

    @Test
    void fieldsStandTogetherAsDelivered() {
        Answer lead = lead(admin);

        assertThat(lead.at("/sections").findValuesAsString("name")).startsWith("main", "company");
        assertThat(lead.text("/sections/0/label/zh-CN")).isEqualTo("基本信息");
        assertThat(lead.at("/sections/1/fields").toString()).contains("\"credit_code\"");
        assertThat(lead.at("/layouts").isEmpty()).isTrue();
        assertThat(admin.get("/meta/objects/sample").at("/sections").isEmpty()).isTrue();
    }

    @Test
    void companysOwnFieldsChangeNothingOfTheSections() {
        admin.post("/meta/objects/lead/fields", Map.of("name", "fax", "type", "text", "label", Map.of("en", "Fax")))
                .expect(201);
        assertThat(lead(admin).text("/sections/0/name")).isEqualTo("main");
        assertThat(lead(admin).at("/sections").toString()).doesNotContain("c_fax");
    }

    @Test
    void oneIsToldTheLayoutThatIsMeantForOnesRole() {
        kept(layout("page", sections(section("大家", "name")), "position", 1));
        kept(layout("page", sections(section("后来的", "name")), "position", 2));
        kept(layout("page", sections(section("销售", "company", "name")), "position", 3, "audience", List.of("sales")));
        kept(layout("form", sections(section("表单", "name")), "audience", List.of("everyone")));

        assertThat(firstSection(li, "page")).isEqualTo("销售");
        assertThat(lead(li).at("/layouts/page/sections/0/fields").toString()).isEqualTo("[\"company\",\"name\"]");
        assertThat(firstSection(tenant.as("wang", "viewer"), "page")).isEqualTo("大家");
        assertThat(firstSection(li, "form")).isEqualTo("表单");
        assertThat(tenants.fresh()
                        .admin()
                        .get("/meta/objects/lead")
                        .at("/layouts")
                        .isEmpty())
                .isTrue();
        assertThat(li.get("/meta/objects/account").at("/layouts").isEmpty()).isTrue();
    }

    @Test
    void itSaysWhatStandsFirstAndInWhichOrderRecordsCome() {
        kept(layout(
                "page",
                Map.of(
                        "sections",
                        List.of(Map.of(
                                "label", Map.of("zh-CN", "甲", "en", "A"), "fields", List.of("name"), "folded", true)),
                        "key",
                        List.of("source", "score"),
                        "related",
                        List.of("task", "activity"),
                        "unlisted",
                        List.of("attachment"))));

        Answer lead = lead(li);
        assertThat(lead.at("/layouts/page/sections/0/folded").asBoolean()).isTrue();
        assertThat(lead.at("/layouts/page/key").toString()).isEqualTo("[\"source\",\"score\"]");
        assertThat(lead.at("/layouts/page/related").toString()).isEqualTo("[\"task\",\"activity\"]");
        assertThat(lead.at("/layouts/page/unlisted").toString()).isEqualTo("[\"attachment\"]");
        assertThat(lead.at("/layouts/form").isMissingNode()).isTrue();
    }

    @Test
    void nothingTellsOfWhatIsHidden() {
        String path = kept(layout(
                "page",
                Map.of(
                        "sections",
                        List.of(section("人", "name", "mobile"), section("机密", "expected_amount")),
                        "key",
                        List.of("mobile", "source"),
                        "related",
                        List.of("task"),
                        "unlisted",
                        List.of("task"))));
        Api clerk = clerk("lead.mobile", "lead.expected_amount");

        Answer lead = lead(clerk);
        assertThat(lead.at("/layouts/page/sections/0/fields").toString()).isEqualTo("[\"name\"]");
        assertThat(lead.at("/layouts/page/key").toString()).isEqualTo("[\"source\"]");
        assertThat(lead.at("/layouts/page/related").isEmpty()).isTrue();
        assertThat(lead.at("/layouts/page/unlisted").isEmpty()).isTrue();
        assertThat(lead.raw()).doesNotContain("\"mobile\"", "expected_amount", "机密");
        clerk.get("/records/layout").expect(404);
        clerk.get(path).expect(404);
        li.get("/records/layout").expect(404);
    }

    @Test
    void fieldsThatAreGoneArePassedOver() {
        admin.post("/meta/objects/lead/fields", Map.of("name", "fax", "type", "text", "label", Map.of("en", "Fax")))
                .expect(201);
        String good = kept(layout("form", sections(section("甲", "name"), section("传真", "c_fax"))));
        assertThat(lead(li).at("/layouts/form/sections")).hasSize(2);

        admin.delete("/meta/objects/lead/fields/c_fax").expect(204);

        assertThat(lead(li).at("/layouts/form/sections")).hasSize(1);
        Answer standing = admin.get(good);
        admin.header("If-Match", standing.header("ETag"))
                .patch(good, Map.of("position", 4))
                .expect(200);
        admin.without("If-Match");
        admin.post("/meta/objects/lead/fields/c_fax/restore", Map.of()).expect(200);
        assertThat(lead(li).at("/layouts/form/sections")).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidOfItsPlace() {
        Answer refused = admin.post(
                        "/records/layout",
                        layout(
                                "page",
                                Map.of(
                                        "sections",
                                        List.of(
                                                section("甲", "name", "nothing"),
                                                Map.of("label", Map.of(), "fields", "name", "folded", "no", "width", 2),
                                                section("乙", "company", "name")),
                                        "key",
                                        List.of(1, "never"),
                                        "related",
                                        List.of("product", "task"),
                                        "unlisted",
                                        List.of("task", "product"),
                                        "columns",
                                        2)))
                .expect(400);
        assertThat(refused.at("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "definition.columns",
                        "definition.sections[0].fields[1]",
                        "definition.sections[1].width",
                        "definition.sections[1].label",
                        "definition.sections[1].folded",
                        "definition.sections[1].fields",
                        "definition.sections[2].fields[1]",
                        "definition.key[0]",
                        "definition.key[1]",
                        "definition.related[0]",
                        "definition.unlisted[1]");
        assertThat(refused.at("errors").findValuesAsString("code"))
                .contains("meta.unknown_field", "workspace.placed_twice", "workspace.not_related");
    }

    @Test
    void sectionsAreNotWithoutEnd() {
        Object[] many = IntStream.range(0, 41).mapToObj(i -> section("s" + i)).toArray();
        admin.post("/records/layout", layout("page", sections(many))).refused(422, "value.too_many");
        admin.post("/records/layout", layout("page", List.of("name"))).refused(400, "value.wrong_type");
        admin.post("/records/layout", layout("page", Map.of())).refused(400, "value.wrong_type");
        admin.post("/records/layout", layout("card", List.of("name"))).expect(201);
    }

    @Test
    void viewsAreNamedToWhoSeesThem() {
        li.post("/records/view", Map.of("name", "李的", "object", "lead")).expect(201);
        admin.post(
                        "/records/view",
                        Map.of(
                                "name",
                                "大家的",
                                "object",
                                "lead",
                                "kind",
                                "board",
                                "is_default",
                                true,
                                "audience",
                                List.of("everyone")))
                .expect(201);

        Answer lead = lead(li);
        assertThat(lead.at("/views").findValuesAsString("name")).containsExactlyInAnyOrder("李的", "大家的");
        lead.at("/views").forEach(view -> {
            boolean own = view.at("/name").asString().equals("李的");
            assertThat(view.at("/own").asBoolean()).isEqualTo(own);
            assertThat(view.at("/default").asBoolean()).isNotEqualTo(own);
            assertThat(view.at("/kind").asString()).isEqualTo(own ? "table" : "board");
        });
        assertThat(lead(admin).at("/views").findValuesAsString("name")).containsExactly("大家的");
        assertThat(li.get("/meta/objects/account").at("/views").isEmpty()).isTrue();
    }

    @Test
    void moreLayoutsAndViewsAreNoMoreStatements() {
        long few = cost();
        for (int i = 0; i < 12; i++) {
            kept(layout("page", sections(section("s" + i, "name", "company"))));
            li.post("/records/view", Map.of("name", "v" + i, "object", "lead")).expect(201);
        }

        assertThat(few).isPositive();
        assertThat(cost()).isEqualTo(few);
    }

    /** Others work meanwhile, so the cheapest of several counts. */
    private long cost() {
        lead(li);
        return IntStream.range(0, 8)
                .mapToLong(i -> {
                    try (RoundTrips trips = RoundTrips.counted()) {
                        lead(li);
                        return trips.count();
                    }
                })
                .min()
                .orElseThrow();
    }
}
