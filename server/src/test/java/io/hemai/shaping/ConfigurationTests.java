package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one company made of Hemai is carried to another as text, and does the same there. */
@HemaiTest
class ConfigurationTests {
    private static final String PATH = "/meta/configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestTenants companies;

    private static Map<String, Object> label(String zh, String en) {
        return Map.of("zh-CN", zh, "en", en);
    }

    private static void field(Api admin, String object, String name, String type, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(Map.of("name", name, "type", type, "label", label(name, name)));
        field.putAll(more);
        admin.post("/meta/objects/" + object + "/fields", field).expect(201);
    }

    /** A company that manages projects: an object, fields of many kinds, a formula over another, a rule, a role, a page and a flow. */
    private static void shape(Api admin) {
        admin.post("/meta/objects", Map.of("name", "project", "label", label("项目", "Project"), "icon", "box"))
                .expect(201);
        field(admin, "c_project", "budget", "decimal", Map.of("scale", 2));
        field(
                admin,
                "c_project",
                "phase",
                "choice",
                Map.of(
                        "choices",
                        List.of(Map.of("code", "no", "label", label("否", "No")), Map.of("code", "2026-01-01"))));
        field(admin, "c_project", "customer", "link", Map.of("target", "account"));
        // made before what it reads is there in the other company
        field(admin, "c_project", "half", "formula", Map.of("formula", "c_budget / 2"));
        field(admin, "c_project", "quarter", "formula", Map.of("formula", "c_half / 2", "scale", 1));
        admin.patch("/meta/objects/c_project", Map.of("order", List.of("c_quarter", "name", "c_budget")))
                .expect(200);
        besides(admin);
        flow(admin);
        process(admin);
    }

    private static void besides(Api admin) {
        admin.patch("/meta/objects/lead", Map.of("label", label("潜客", "Prospect")))
                .expect(200);
        admin.patch("/meta/objects/lead/fields/company", Map.of("required", true))
                .expect(200);
        admin.post(
                        "/meta/objects/c_project/rules",
                        Map.of(
                                "name",
                                "预算上限: 一百万",
                                "formula",
                                "c_budget > 1000000",
                                "message",
                                label("预算太大", "Too much"),
                                "field",
                                "c_budget"))
                .expect(201);
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "planner",
                                "label",
                                label("计划员", "Planner"),
                                "objects",
                                Map.of("c_project", Map.of("read", "own", "create", true, "update", "own")),
                                "fields",
                                Map.of("c_project.c_half", "hidden")))
                .expect(201);
        admin.post(
                        "/records/layout",
                        Map.of(
                                "object",
                                "c_project",
                                "kind",
                                "card",
                                "definition",
                                Map.of("fields", List.of("c_budget"))))
                .expect(201);
    }

    private static void flow(Api admin) {
        String flow = admin.post(
                        "/records/flow",
                        Map.of(
                                "name",
                                "先填阶段",
                                "object",
                                "c_project",
                                "definition",
                                Map.of(
                                        "trigger",
                                        Map.of("kind", "created"),
                                        "steps",
                                        List.of(Map.of(
                                                "id",
                                                "s1",
                                                "do",
                                                "update",
                                                "input",
                                                Map.of("set", Map.of("c_phase", "no")))))))
                .expect(201)
                .text("id");
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
    }

    private static void process(Api admin) {
        Map<String, Object> gate = Map.of(
                "id",
                "g1",
                "to",
                "2026-01-01",
                "required",
                List.of("c_customer"),
                "approval",
                Map.of("who", "manager"));
        String process = admin.post(
                        "/records/process",
                        Map.of(
                                "name",
                                "项目推进",
                                "object",
                                "c_project",
                                "field",
                                "c_phase",
                                "definition",
                                Map.of(
                                        "states",
                                        List.of(Map.of("value", "no"), Map.of("value", "2026-01-01")),
                                        "gates",
                                        List.of(gate))))
                .expect(201)
                .text("id");
        admin.post("/records/process/" + process + "/publish", Map.of()).expect(200);
    }

    private static String text(Api admin) {
        return admin.get(PATH).expect(200).text("text");
    }

    private static List<String> told(Answer answer) {
        return answer.expect(200)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/act").asString() + " "
                        + item.at("/section").asString() + " " + item.at("/key").asString())
                .toList();
    }

    @Test
    void anotherCompanyTakesAllOfItOver() {
        TestTenant one = companies.fresh();
        shape(one.admin());
        String text = text(one.admin());
        TestTenant other = companies.fresh();

        List<String> foreseen = told(other.admin().post(PATH + "/preview", Map.of("text", text)));
        assertThat(foreseen)
                .contains(
                        "added objects c_project",
                        "added fields c_project.c_quarter",
                        "added fields lead.company",
                        "added field_order c_project",
                        "added rules c_project: 预算上限: 一百万",
                        "added roles planner",
                        "added layouts c_project: c_project card",
                        "added flows c_project: 先填阶段",
                        "added processes c_project: 项目推进");
        assertThat(told(other.admin().post(PATH, Map.of("text", text)))).containsExactlyInAnyOrderElementsOf(foreseen);

        assertThat(text(other.admin())).isEqualTo(text);
        assertThat(told(other.admin().post(PATH + "/preview", Map.of("text", text))))
                .isEmpty();
        behavesAsBefore(other);
    }

    private static void behavesAsBefore(TestTenant company) {
        Api admin = company.admin();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(admin.get("/meta/objects/c_project")
                                .at("/pending")
                                .toString())
                        .isEqualTo("[]"));
        admin.post("/records/c_project", Map.of("name", "太大", "c_budget", "1000001"))
                .refused(422, "record.rule");
        Api planner = company.as("planning", "planner");
        String id = planner.post("/records/c_project", Map.of("name", "新厂", "c_budget", "1000"))
                .expect(201)
                .text("id");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.get("/records/c_project/" + id).text("/c_phase"))
                                .isEqualTo("no"));
        assertThat(admin.get("/records/c_project/" + id).text("/c_quarter")).isEqualTo("250.0");
        assertThat(planner.get("/records/c_project/" + id).expect(200).raw())
                .doesNotContain("c_half")
                .contains("c_quarter");
        admin.header("If-Match", admin.get("/records/c_project/" + id).header("ETag"))
                .patch("/records/c_project/" + id, Map.of("c_phase", "2026-01-01"))
                .refused(422, "process.required");
        admin.without("If-Match");
        admin.post("/records/lead", Map.of("name", "王芳")).expect(422);
        assertThat(admin.get("/meta/objects/lead").at("/label/zh-CN").asString())
                .isEqualTo("潜客");
    }

    @Test
    void onlyWhatDiffersIsChangedAndNothingIsTakenAway() {
        TestTenant company = companies.fresh();
        Api admin = company.admin();
        shape(admin);
        String text = """
                hemai_configuration: 1
                fields:
                  c_project.c_budget:
                    type: decimal
                    label: {zh-CN: 预算, en: Budget}
                    scale: 2
                rules:
                  "c_project: 预算上限: 一百万":
                    formula: c_budget > 5
                    message: {zh-CN: 预算太大, en: Too much}
                    field: c_budget
                    active: true
                """;
        Answer preview = admin.post(PATH + "/preview", Map.of("text", text));
        assertThat(told(preview))
                .containsExactly("changed fields c_project.c_budget", "changed rules c_project: 预算上限: 一百万");
        assertThat(preview.at("/items/0/members").toString()).isEqualTo("[\"label\"]");
        admin.post(PATH, Map.of("text", text)).expect(200);
        assertThat(admin.get("/meta/objects/c_project").raw()).contains("预算").contains("c_customer");
        admin.post("/records/c_project", Map.of("name", "x", "c_budget", "6")).refused(422, "record.rule");
        assertThat(told(admin.post(PATH, Map.of("text", text)))).isEmpty();
        String less = """
                hemai_configuration: 1
                objects:
                  c_project: {label: {zh-CN: 项目, en: Project}, icon: null}
                """;
        assertThat(admin.post(PATH, Map.of("text", less)).at("/items/0/members").toString())
                .isEqualTo("[\"icon\"]");
        assertThat(told(admin.post(PATH, Map.of("text", less)))).isEmpty();
    }

    @Test
    void whatCannotBeTakenOverIsToldAtItsPlaceAndWhatCameBeforeStays() {
        Api admin = companies.fresh().admin();
        Answer refused = admin.post(PATH, Map.of("text", """
                        hemai_configuration: 1
                        objects:
                          c_room: {label: {en: Room}}
                        fields:
                          c_room.c_wrong: {type: formula, label: {en: Wrong}, formula: nothing + 1}
                          c_room.c_seats: {type: integer, label: {en: Seats}}
                        """));
        refused.refused(422, "formula.unknown_field");
        assertThat(refused.text("/errors/0/field")).isEqualTo("fields.c_room.c_wrong.formula");
        assertThat(refused.at("/brought_in").asInt()).isEqualTo(2);
        assertThat(admin.get("/meta/objects/c_room").expect(200).raw()).contains("c_seats");
    }

    @Test
    void whatIsNoConfigurationIsRefused() {
        Api admin = companies.fresh().admin();
        for (String wrong : List.of(
                "a: [1",
                "just words",
                "",
                "hemai_configuration: 2",
                "fields: {}",
                "a: &x [1]\nb: [*x, *x]\nhemai_configuration: 1")) {
            assertThat(admin.post(PATH + "/preview", Map.of("text", wrong)).status())
                    .as(wrong)
                    .isIn(400, 422);
        }
        admin.post(PATH + "/preview", Map.of("text", "hemai_configuration: 1\nwishes: {}"))
                .refused(400, "request.unknown_property");
        admin.post(PATH + "/preview", Map.of("text", "a: 1\n".repeat(2) + "hemai_configuration: 1"))
                .refused(422, "meta.text_unreadable");
        admin.post(
                        PATH + "/preview",
                        Map.of("text", "hemai_configuration: 1\nx: !!java.net.URL [\"http://localhost\"]"))
                .refused(422, "meta.text_unreadable");
        for (String trick : List.of("a: &s x\nb: *s", "a: !!timestamp 2026-01-02", "a: !!float .nan", "a: &s x")) {
            admin.post(PATH + "/preview", Map.of("text", "hemai_configuration: 1\n" + trick))
                    .refused(422, "meta.text_unreadable");
        }
        String many = "hemai_configuration: 1\nobjects:\n" + "  c_a%s: {}\n".repeat(2_001);
        admin.post(
                        PATH + "/preview",
                        Map.of(
                                "text",
                                String.format(
                                        many, IntStream.range(0, 2_001).boxed().toArray())))
                .refused(422, "meta.too_many_entries");
        String deep = "hemai_configuration: 1\nfields: " + "[".repeat(60) + "]".repeat(60);
        admin.post(PATH + "/preview", Map.of("text", deep)).refused(422, "meta.text_unreadable");
    }

    /** By hand nobody thinks of quotes; only what JSON takes for a truth, a number or nothing is one. */
    @Test
    void textsNeedNoQuotes() {
        Api admin = companies.fresh().admin();
        admin.post(PATH, Map.of("text", """
                                hemai_configuration: 1
                                objects:
                                  c_hours:
                                    label: {zh-CN: no, en: 10:30}
                                    plural: {zh-CN: 010, en: 2026-01-02}
                                  lead:
                                    label: {en: .nan}
                                """)).expect(200);
        assertThat(admin.get("/meta/objects/c_hours").raw())
                .contains("\"zh-CN\":\"no\"", "\"en\":\"10:30\"", "\"zh-CN\":\"010\"", "\"en\":\"2026-01-02\"");
        assertThat(admin.get("/meta/objects/lead").at("/label/en").asString()).isEqualTo(".nan");
    }

    /** Somebody's draft is not published by a text that says nothing of it. */
    @Test
    void aDraftStaysOne() {
        Api admin = companies.fresh().admin();
        shape(admin);
        String flow = admin.post(
                        "/records/flow/query",
                        Map.of("fields", List.of("id"), "filter", Map.of("field", "name", "op", "eq", "value", "先填阶段")))
                .at("/items/0/id")
                .asString();
        String path = "/records/flow/" + flow;
        String published = admin.get(path).at("/published/id").asString();
        Map<String, Object> drawn = Map.of(
                "trigger",
                Map.of("kind", "created"),
                "steps",
                List.of(Map.of("id", "s1", "do", "stop", "input", Map.of())));
        admin.header("If-Match", admin.get(path).header("ETag"))
                .patch(path, Map.of("definition", drawn))
                .expect(200);
        admin.without("If-Match");
        String whole = text(admin);
        int flows = whole.indexOf("\nflows:");
        String text = whole.substring(0, flows)
                + whole.substring(flows).replaceFirst("active: true", "description: 说明\n    active: true");
        assertThat(told(admin.post(PATH, Map.of("text", text)))).containsExactly("changed flows c_project: 先填阶段");
        assertThat(admin.get(path).text("/description")).isEqualTo("说明");
        assertThat(admin.get(path).at("/published/id").asString()).isEqualTo(published);
    }

    @Test
    void onlyWhoShapesReadsAndChangesIt() {
        TestTenant company = companies.fresh();
        Api seller = company.as("seller", "sales");
        seller.get(PATH).expect(403);
        seller.post(PATH, Map.of("text", "hemai_configuration: 1")).expect(403);
        Map<String, Object> shaping =
                Map.of("name", "shaper", "label", "shaper", "admin", List.of("meta"), "objects", Map.of());
        company.admin().post("/roles", shaping).expect(201);
        Api shaper = company.as("shaper", "shaper");
        assertThat(text(shaper)).doesNotContain("roles:");
        shaper.post(PATH, Map.of("text", "hemai_configuration: 1\nroles: {spy: {label: {en: Spy}, admin: [people]}}"))
                .expect(403);
    }
}
