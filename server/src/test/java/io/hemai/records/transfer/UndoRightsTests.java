package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Taking an act back needs the rights that are there when it is taken back. */
@HemaiTest
class UndoRightsTests {
    private static final Map<String, Object> LEADS_OF_ALL =
            Map.of("read", "all", "create", true, "update", "all", "import", true);

    @Autowired
    TestTenants tenants;

    @Autowired
    DSLContext sql;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void newCompany() {
        company = tenants.fresh();
        admin = company.admin();
    }

    private void role(String name, Map<String, Object> role) {
        Map<String, Object> whole = new LinkedHashMap<>(role);
        whole.put("name", name);
        whole.put("label", name);
        admin.post("/roles", whole).expect(201);
    }

    private void change(String name, Map<String, Object> role) {
        Map<String, Object> whole = new LinkedHashMap<>(role);
        whole.put("label", name);
        admin.put("/roles/" + name, whole).expect(200);
    }

    private void give(String user, String role) {
        admin.put("/users/" + user + "/roles", List.of(role)).expect(200);
    }

    private static String field(Api api, String path, String field) {
        return api.get(path).expect(200).text(field);
    }

    @Test
    void whoIsNoAdministratorAnyMoreMakesNone() throws InterruptedException {
        role("staff", Map.of("objects", Map.of("user", LEADS_OF_ALL), "admin", List.of("people")));
        String boss = company.person("boss", "admin").toString();
        String other = company.person("other", "admin").toString();
        Api asBoss = company.as("boss");
        Answer done =
                Bulk.ids("user", List.of(other)).set("roles", List.of("staff")).done(asBoss);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        give(boss, "staff");

        Answer undone = Bulk.undone(asBoss, "/bulk/" + done.text("id"));

        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asInt()).isZero();
        assertThat(undone.text("/undo/left/0/id")).isEqualTo(other);
        assertThat(field(admin, "/records/user/" + other, "/roles/0")).isEqualTo("staff");
    }

    @Test
    void whatAnActGaveAwayComesBackToItsAuthor() throws InterruptedException {
        role("rep", Map.of("objects", Map.of("lead", Map.of("read", "own", "create", true, "update", "own"))));
        String other = company.person("other", "rep").toString();
        String rep = company.person("rep", "rep").toString();
        Api asRep = company.as("rep");
        List<String> leads = Bulk.made(asRep, "lead", 3, i -> Map.of("name", "线索" + i));
        Answer done = Bulk.ids("lead", leads)
                .with("set", Map.of("owner", other, "title", "经理"))
                .done(asRep);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(3);

        Answer undone = Bulk.undone(asRep, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isEqualTo(3);
        for (String lead : leads) {
            Answer now = asRep.get("/records/lead/" + lead).expect(200);
            assertThat(now.text("/owner/id")).isEqualTo(rep);
            assertThat(now.at("title").isNull()).as(now.raw()).isTrue();
        }
    }

    @Test
    void whyARecordStaysIsSaidToEachAsFarAsTheyMayKnow() throws InterruptedException {
        role("importer", Map.of("objects", Map.of("account", LEADS_OF_ALL)));
        company.person("importer", "importer");
        Api importer = company.as("importer");
        Answer done = Upload.of("account", "name\n泰州来客有限公司\n").done(importer);
        String account = admin.get("/records/account?limit=5").expect(200).text("/items/0/id");
        admin.post("/records/contact", Map.of("name", "来客", "account", account)).expect(201);
        String path = "/imports/" + done.text("id");

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.text("/undo/left/0/reason")).contains("联系人");
        assertThat(importer.get(path).expect(200).text("/undo/left/0/reason"))
                .contains("您看不到的记录")
                .doesNotContain("联系人");
    }

    @Test
    void whatRefusedWhoUndidItIsSaidToNobodyElse() throws InterruptedException {
        Map<String, Object> grade = new LinkedHashMap<>(Map.of(
                "name", "grade", "type", "choice", "label", Map.of("en", "Grade"), "choices", List.of("xyz", "y")));
        grade.put("open", false);
        admin.post("/meta/objects/account/fields", grade).expect(201);
        role("editor", Map.of("objects", Map.of("account", LEADS_OF_ALL)));
        company.person("editor", "editor");
        Api editor = company.as("editor");
        List<String> made = Bulk.made(admin, "account", 1, i -> Map.of("name", "选项有限公司", "c_grade", "xyz"));
        Answer done = Bulk.ids("account", made).set("c_grade", "y").done(editor);
        admin.patch("/meta/objects/account/fields/c_grade", Map.of("choices", List.of("y")))
                .expect(200);
        String path = "/bulk/" + done.text("id");

        Answer undone = Bulk.undone(admin, path);

        assertThat(undone.text("/undo/left/0/reason")).contains("xyz");
        assertThat(editor.get(path).expect(200).text("/undo/left/0/reason"))
                .contains("撤销人")
                .doesNotContain("xyz");
    }

    @Test
    void whatRefusedOneIsSaidToNobodyWhoGoesOn() throws InterruptedException {
        Map<String, Object> grade = new LinkedHashMap<>(Map.of(
                "name", "grade", "type", "choice", "label", Map.of("en", "Grade"), "choices", List.of("xyz", "y")));
        grade.put("open", false);
        admin.post("/meta/objects/account/fields", grade).expect(201);
        role("editor", Map.of("objects", Map.of("account", LEADS_OF_ALL)));
        company.person("editor", "editor");
        Api editor = company.as("editor");
        List<String> made = Bulk.made(admin, "account", 1, i -> Map.of("name", "选项有限公司", "c_grade", "xyz"));
        Answer done = Bulk.ids("account", made).set("c_grade", "y").done(editor);
        admin.patch("/meta/objects/account/fields/c_grade", Map.of("choices", List.of("y")))
                .expect(200);
        String path = "/bulk/" + done.text("id");
        assertThat(Bulk.undone(admin, path).text("/undo/left/0/reason")).contains("xyz");
        cutOff(done.text("id"));

        Answer undone = Bulk.undone(editor, path);

        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/left_count").asInt()).isEqualTo(1);
        assertThat(undone.text("/undo/left/0/reason")).contains("撤销人").doesNotContain("xyz");
        assertThat(admin.get(path).expect(200).raw()).doesNotContain("xyz");
    }

    /** As if the server had stopped after the last record. */
    private void cutOff(String act) {
        sql.update(DSL.table(DSL.name(company.tenant().schema(), "mass_act")))
                .set(DSL.field(DSL.name("status"), String.class), "failed")
                .set(
                        DSL.field(DSL.name("undone"), JSONB.class),
                        DSL.field("jsonb_set(undone, '{finished_at}', 'null')", JSONB.class))
                .where(DSL.field(DSL.name("id"), UUID.class).eq(UUID.fromString(act)))
                .execute();
    }

    @Test
    void recordsAndFieldsOutOfReachStay() throws InterruptedException {
        role("editor", Map.of("objects", Map.of("lead", LEADS_OF_ALL)));
        company.person("editor", "editor");
        Api editor = company.as("editor");
        String theirs = Bulk.made(admin, "lead", 1, i -> Map.of("name", "别人的")).getFirst();
        String own = Bulk.made(editor, "lead", 1, i -> Map.of("name", "自己的")).getFirst();
        Answer done = Bulk.ids("lead", List.of(theirs, own))
                .with("set", Map.of("title", "经理", "next_step", "打电话"))
                .done(editor);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(2);
        change(
                "editor",
                Map.of(
                        "objects",
                        Map.of("lead", Map.of("read", "own", "create", true, "update", "own")),
                        "fields",
                        Map.of("lead.title", "hidden")));

        Answer undone = Bulk.undone(editor, "/bulk/" + done.text("id"));

        assertThat(undone.at("/undo/restored").asInt()).as(undone.raw()).isZero();
        assertThat(undone.at("undo").toString()).doesNotContain("title", "经理");
        assertThat(undone.at("/undo/left_count").asInt()).isEqualTo(2);
        assertThat(field(admin, "/records/lead/" + theirs, "title")).isEqualTo("经理");
        assertThat(field(admin, "/records/lead/" + theirs, "next_step")).isEqualTo("打电话");
        Answer now = admin.get("/records/lead/" + own).expect(200);
        assertThat(now.text("title")).isEqualTo("经理");
        assertThat(now.text("next_step")).as(now.raw()).isEqualTo("打电话");
    }

    @Test
    void whoSeesEverybodysImportsUndoesThoseOfRecordsTheyMayChange() throws InterruptedException {
        role(
                "auditor",
                Map.of(
                        "objects",
                        Map.of(
                                "*",
                                Map.of("read", "all"),
                                "lead",
                                Map.of("read", "all", "create", true, "update", "own", "import", true)),
                        "admin",
                        List.of("audit")));
        company.person("auditor", "auditor");
        Answer done = Upload.of("lead", "name\n张三\n").done(admin);

        company.as("auditor")
                .post("/imports/" + done.text("id") + "/undo", Map.of())
                .expect(403);

        assertThat(admin.get("/records/lead?limit=5").expect(200).at("items").size())
                .isEqualTo(1);
    }
}
