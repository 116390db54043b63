package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a choice may hold depends on what another choice of the record holds, whatever way it is written. */
@HemaiTest
class DependentChoicesTests {
    private static final String FIELDS = "/meta/objects/sample/fields";
    private static final String SAMPLES = "/records/sample";

    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        field("line", "choice", List.of(choice("hard", "硬件"), choice("soft", "软件")), Map.of());
        field("product", "choice", products(), Map.of("depends_on", "c_line"));
    }

    private static List<Map<String, Object>> products() {
        return List.of(choice("router", "路由器", "hard"), choice("suite", "套件", "soft"), choice("help", "服务"));
    }

    private static Map<String, Object> choice(String code, String label, String... when) {
        Map<String, Object> choice = new HashMap<>(Map.of("code", code, "label", Map.of("zh-CN", label)));
        if (when.length > 0) {
            choice.put("when", Arrays.asList(when));
        }
        return choice;
    }

    private void field(String name, String type, List<Map<String, Object>> choices, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(more);
        field.putAll(Map.of("name", name, "type", type, "choices", choices));
        field.put("label", Map.of("zh-CN", name.equals("line") ? "产品线" : name));
        admin.post(FIELDS, field).expect(201);
    }

    private Answer make(Api by, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("name", "甲");
        return by.post(SAMPLES, all);
    }

    private String made(Map<String, Object> values) {
        return make(admin, values).expect(201).text("id");
    }

    private Answer change(Api by, String id, Map<String, Object> values) {
        String tag = by.get(SAMPLES + "/" + id).expect(200).header("ETag");
        return by.header("If-Match", tag).patch(SAMPLES + "/" + id, values);
    }

    private String role(Map<String, String> fields) {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "rep",
                                "label",
                                "rep",
                                "objects",
                                Map.of(
                                        "sample",
                                        Map.of("read", "all", "create", true, "update", "all", "import", true)),
                                "fields",
                                fields))
                .expect(201);
        return "rep";
    }

    @Test
    void whatDoesNotFitIsRefusedAndTold() {
        made(Map.of("c_line", "hard", "c_product", "router"));
        made(Map.of("c_product", "help"));
        Answer refused =
                make(admin, Map.of("c_line", "soft", "c_product", "router")).refused(422, "value.choice_not_offered");
        assertThat(refused.text("/errors/0/field")).isEqualTo("c_product");
        assertThat(refused.text("/errors/0/message")).isEqualTo("“路由器”不适用于产品线“软件”。可选：套件（suite）、服务（help）。");
        assertThat(make(admin, Map.of("c_product", "router"))
                        .refused(422, "value.choice_needs_other")
                        .text("/errors/0/message"))
                .isEqualTo("请先填写“产品线”，再选“路由器”。");
    }

    @Test
    void whoChangesWhatDecidesChangesWhatDepends() {
        String id = made(Map.of("c_line", "hard", "c_product", "router"));

        change(admin, id, Map.of("c_line", "soft")).refused(422, "value.choice_not_offered");
        change(admin, id, Collections.singletonMap("c_line", null)).refused(422, "value.choice_needs_other");
        change(admin, id, Map.of("c_product", "suite")).refused(422, "value.choice_not_offered");
        change(admin, id, Map.of("c_line", "soft", "c_product", "suite")).expect(200);
        Map<String, Object> both = new HashMap<>(Map.of("c_line", "hard"));
        both.put("c_product", null);
        change(admin, id, both).expect(200);
    }

    @Test
    void whatStandsFromBeforeStays() {
        field("needs", "multi_choice", List.of(choice("router", "路由器"), choice("suite", "套件")), Map.of());
        String id = made(Map.of("c_line", "hard", "c_needs", List.of("suite")));
        admin.patch(FIELDS + "/c_needs", Map.of("depends_on", "c_line", "choices", products()))
                .expect(200);

        change(admin, id, Map.of("note", "只改备注", "c_line", "hard")).expect(200);
        change(admin, id, Map.of("c_needs", List.of("router", "suite"))).expect(200);
        change(admin, id, Map.of("c_needs", List.of("router"))).expect(200);
        change(admin, id, Map.of("c_needs", List.of("router", "suite"))).refused(422, "value.choice_not_offered");
    }

    @Test
    void defaultThatDoesNotFitIsNone() {
        admin.patch(FIELDS + "/c_product", Map.of("default", "router")).expect(200);

        assertThat(make(admin, Map.of("c_line", "hard")).expect(201).text("c_product"))
                .isEqualTo("router");
        assertThat(make(admin, Map.of("c_line", "soft"))
                        .expect(201)
                        .at("c_product")
                        .isString())
                .isFalse();
    }

    @Test
    void deliveredFieldsMayDependOnEachOther() {
        admin.patch(
                        FIELDS + "/source",
                        Map.of(
                                "depends_on",
                                "grade",
                                "choices",
                                List.of(choice("web", "官网", "high"), choice("call", "电话"))))
                .expect(200);

        make(admin, Map.of("grade", "low", "source", "web")).refused(422, "value.choice_not_offered");
        made(Map.of("grade", "high", "source", "web"));
        made(Map.of("grade", "low", "source", "nobody listed it"));
    }

    @Test
    void importedRowsAndBulkActsAreAskedAsWell() throws InterruptedException {
        Answer done = Upload.of("sample", "name,c_line,c_product\n一,硬件,路由器\n二,软件,路由器\n三,,路由器\n")
                .done(tenant.as("rep", role(Map.of())));
        assertThat(done.at("/created").asInt()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("/problems").valueStream())
                .extracting(problem -> problem.at("/code").asString())
                .containsExactly("value.choice_not_offered", "value.choice_needs_other");
        assertThat(done.text("/problems/0/message")).startsWith("“路由器”不适用于产品线“软件”。");

        List<String> ids = List.of(made(Map.of("c_line", "hard")), made(Map.of("c_line", "soft")));
        Answer set = Bulk.ids("sample", ids).set("c_product", "suite").done(admin);
        assertThat(set.at("/updated").asInt()).as(set.raw()).isEqualTo(1);
        assertThat(set.text("/problems/0/id")).isEqualTo(ids.getFirst());
        assertThat(set.text("/problems/0/code")).isEqualTo("value.choice_not_offered");
    }

    @Test
    void whatIsTakenBackIsNotAsked() throws InterruptedException {
        String id = made(Map.of("c_line", "hard", "c_product", "router"));
        Answer done = Bulk.ids("sample", List.of(id))
                .with("set", Map.of("c_line", "soft", "c_product", "suite"))
                .done(admin);
        admin.patch(FIELDS + "/c_product", Map.of("choices", List.of(choice("router", "路由器", "soft"))))
                .expect(200);

        Bulk.undone(admin, "/bulk/" + done.text("id"));
        assertThat(admin.get(SAMPLES + "/" + id).text("c_product")).isEqualTo("router");
    }

    @Test
    void hiddenValueIsCheckedAndNotTold() {
        String id = made(Map.of("c_line", "hard"));
        Api rep = tenant.as("rep", role(Map.of("sample.c_line", "hidden")));

        Answer refused = change(rep, id, Map.of("c_product", "suite")).refused(422, "value.choice_unfit");
        assertThat(refused.raw()).doesNotContain("hard", "硬件", "产品线", "c_line", "路由器");
        change(rep, id, Map.of("c_product", "router")).expect(200);
        assertThat(rep.get("/meta/objects/sample").expect(200).raw())
                .doesNotContain("c_line", "\"when\"", "depends_on")
                .contains("c_product", "router");
    }

    @Test
    void maskedValueIsAsGoodAsHidden() {
        String id = made(Map.of("c_line", "hard"));
        Api rep = tenant.as("rep", role(Map.of("sample.c_line", "masked")));

        Answer refused = change(rep, id, Map.of("c_product", "suite")).refused(422, "value.choice_unfit");
        assertThat(refused.raw()).doesNotContain("hard", "硬件", "路由器");
        assertThat(rep.get("/meta/objects/sample").expect(200).raw()).doesNotContain("\"when\"", "depends_on");
    }

    @Test
    void whoMayNotMendWhatDependsIsNotStopped() {
        String id = made(Map.of("c_line", "hard", "c_product", "router"));
        Api rep = tenant.as("rep", role(Map.of("sample.c_product", "read")));

        change(rep, id, Map.of("c_line", "soft")).expect(200);
        assertThat(admin.get(SAMPLES + "/" + id).text("c_product")).isEqualTo("router");
    }

    @Test
    void everythingIsOfferedWhileWhatDecidesIsAway() {
        String id = made(Map.of("c_line", "hard", "c_product", "router"));
        admin.delete(FIELDS + "/c_line").expect(204);

        change(admin, id, Map.of("c_product", "suite")).expect(200);
        made(Map.of("c_product", "router"));

        admin.post(FIELDS + "/c_line/restore", Map.of()).expect(200);
        change(admin, id, Map.of("note", "没有动过")).expect(200);
        change(admin, id, Map.of("c_product", "help")).expect(200);
        change(admin, id, Map.of("c_product", "suite")).refused(422, "value.choice_not_offered");
    }
}
