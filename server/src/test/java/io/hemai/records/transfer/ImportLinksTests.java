package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What cells say of other records, and who may bring what. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportLinksTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private String li;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
        admin = tenant.admin().speaking("en");
        li = admin.post("/records/user", Map.of("name", "李明", "login", "li.ming", "email", "li.ming@example.com"))
                .expect(201)
                .text("id");
    }

    private Answer only(String object, String name) {
        Answer found = admin.post(
                        "/records/" + object + "/query",
                        Map.of("filter", Map.of("field", "name", "op", "eq", "value", name)))
                .expect(200);
        assertThat(found.at("/items").size()).as(found.raw()).isEqualTo(1);
        return found;
    }

    @Test
    void peopleAreMeantByNameLoginAndMail() throws Exception {
        Answer done = Upload.of("account", """
                        name,owner
                        by name,李明
                        by login,LI.Ming
                        by mail,li.ming@example.com
                        by nobody,王五
                        """).done(admin);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(3);
        for (String name : List.of("by name", "by login", "by mail")) {
            assertThat(only("account", name).text("/items/0/owner/id")).isEqualTo(li);
        }
        assertThat(done.text("/problems/0/code")).isEqualTo("import.link_unknown");
        assertThat(done.at("/problems/0/row").asLong()).isEqualTo(5);
    }

    @Test
    void recordsAreMeantByExternalIdAndByNumber() throws Exception {
        String account = admin.post("/records/account", Map.of("name", "Halifax", "external_id", "ERP-77"))
                .expect(201)
                .text("id");
        String product = admin.post("/records/product", Map.of("name", "Gauge", "code", "G-100"))
                .expect(201)
                .text("id");
        Answer done = Upload.of("opportunity", "name,account,product\nnumbers,ERP-77,g-100\n")
                .done(admin);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(only("opportunity", "numbers").text("/items/0/account/id")).isEqualTo(account);
        assertThat(only("opportunity", "numbers").text("/items/0/product/id")).isEqualTo(product);
    }

    @Test
    void aNameThatSeveralHaveIsToldWithThem() throws Exception {
        admin.post("/records/account", Map.of("name", "Twin", "external_id", "T-1"))
                .expect(201);
        admin.post("/records/account?duplicates=allow", Map.of("name", "Twin", "external_id", "T-2"))
                .expect(201);
        Answer done = Upload.of("opportunity", "name,account\nwhich,Twin\n").done(admin);
        assertThat(done.at("failed").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("import.link_ambiguous");
        assertThat(done.text("/problems/0/message")).contains("T-1").contains("T-2");
    }

    @Test
    void thoseThatAreMeantAreToldByWhatThePersonSees() throws Exception {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "bringer",
                                "objects",
                                Map.of("*", Map.of("read", "all", "create", true, "update", "all", "import", true)),
                                "fields",
                                Map.of("contact.name", "masked", "contact.external_id", "hidden")))
                .expect(201);
        Api bringer = tenant.as("bringer", "bringer").speaking("en");
        for (String name : List.of("Zhou Kept", "Zhao Kept")) {
            admin.post(
                            "/records/contact?duplicates=allow",
                            Map.of("name", name, "mobile", "13812349876", "external_id", "X-" + name))
                    .expect(201);
        }

        Answer done =
                Upload.of("opportunity", "name,contact\nwho,13812349876\n").done(bringer);

        assertThat(done.text("/problems/0/code")).as(done.raw()).isEqualTo("import.link_ambiguous");
        assertThat(done.text("/problems/0/message"))
                .doesNotContain("Kept", "X-")
                .contains("Z*** (" + only("contact", "Zhou Kept").text("/items/0/id") + ")");
    }

    @Test
    void peopleWithManagersThatNobodyKnowsAreToldAndMended() throws Exception {
        String csv = "name,login,manager\nAnn,ann,Nobody Here\nBob,bob,Cid\nCid,cid,\nDan,dan,Cid\n";
        Answer tried = Upload.of("user", csv).with("dry_run", "true").done(admin);
        assertThat(tried.at("created").asLong()).as(tried.raw()).isEqualTo(4);
        assertThat(tried.at("problems").size()).as(tried.raw()).isEqualTo(1);
        assertThat(tried.at("/problems/0/row").asLong()).isEqualTo(2);
        assertThat(tried.text("/problems/0/code")).isEqualTo("import.link_unknown");

        Answer done = Upload.of("user", csv).done(admin);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(4);
        assertThat(done.at("problems").size()).as(done.raw()).isEqualTo(1);
        String errors = admin.get("/imports/" + done.text("id") + "/errors.csv")
                .expect(200)
                .raw();
        assertThat(errors.lines().toList().get(1)).endsWith(",Ann,ann,Nobody Here");
        Answer mended = Upload.of("user", errors.replace("ann,Nobody Here", "ann,Cid"))
                .with("mode", "upsert")
                .with("match", "login")
                .done(admin);
        assertThat(mended.at("updated").asLong()).as(mended.raw()).isEqualTo(1);
        assertThat(only("user", "Ann").text("/items/0/manager/label")).isEqualTo("Cid");
        assertThat(only("user", "Bob").text("/items/0/manager/label")).isEqualTo("Cid");
    }

    @Test
    void anUndoTellsWhatKeepsTheRecordsThatItLeaves() throws Exception {
        Answer done = Upload.of("account", "name\nLeaned on\n").done(admin);
        String account = only("account", "Leaned on").text("/items/0/id");
        admin.post("/records/opportunity", Map.of("name", "leaning", "account", account))
                .expect(201);
        admin.post("/imports/" + done.text("id") + "/undo", Map.of()).expect(202);
        Answer undone = Upload.awaited(admin, "/imports/" + done.text("id"));
        assertThat(undone.at("/undo/left_count").asLong()).as(undone.raw()).isEqualTo(1);
        assertThat(undone.text("/undo/left/0/label")).isEqualTo("Leaned on");
        assertThat(undone.text("/undo/left/0/reason")).contains("Opportunities");
        assertThat(admin.speaking("zh-CN").get("/imports/" + done.text("id")).text("/undo/left/0/reason"))
                .contains("商机");
        admin.speaking("en");
    }

    @Test
    void newRecordsAreNobodysWhereThatIsSaidOfAll() throws Exception {
        List<Map<String, String>> columns = List.of(Map.of("column", "name", "field", "name"));
        Upload.of("account", "name\nNobody's\n")
                .mapping(Map.of("columns", columns, "constants", Map.of("owner", "")))
                .done(admin);
        assertThat(only("account", "Nobody's").at("/items/0/owner").isNull()).isTrue();
        Upload.of("account", "name\nMine\n").mapping(Map.of("columns", columns)).done(admin);
        assertThat(only("account", "Mine").at("/items/0/owner").isNull()).isFalse();
    }

    @Test
    void onlyAdministratorsBringThePastAndOwners() throws Exception {
        Map<String, Object> mapping = Map.of(
                "columns",
                List.of(
                        Map.of("column", "name", "field", "name"),
                        Map.of("column", "made", "field", "created_at"),
                        Map.of("column", "whose", "field", "owner")));
        String csv = "name,made,whose\n%s,2019-05-06 10:00,li.ming\n";
        Answer done = Upload.of("account", csv.formatted("old friend"))
                .mapping(mapping)
                .done(admin);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(only("account", "old friend").text("/items/0/created_at")).startsWith("2019-05-06T");
        assertThat(only("account", "old friend").text("/items/0/owner/id")).isEqualTo(li);

        Api manager = tenant.as("manager", "sales_manager").speaking("en");
        Answer refused = Upload.of("account", csv.formatted("pretender"))
                .mapping(mapping)
                .to(manager)
                .refused(422, "import.not_importable");
        assertThat(refused.at("/errors").size()).as(refused.raw()).isEqualTo(2);
        Answer proposed = Upload.of("account", "name,owner,created_at\nplain,li.ming,2019-05-06 10:00\n")
                .done(manager);
        assertThat(proposed.at("/mapping/columns").size()).as(proposed.raw()).isEqualTo(1);
    }

    @Test
    void whatLeadsToRecordsThatOneSeesNoneOfIsNeitherProposedNorTaken() throws Exception {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "porter",
                                "objects",
                                Map.of(
                                        "contact", Map.of("read", "own", "create", true, "import", true),
                                        "account", Map.of("read", "none"))))
                .expect(201);
        Api porter = tenant.as("porter", "porter").speaking("en");
        Answer done = Upload.of("contact", "name,account\n周敏,Halifax\n").done(porter);
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("/mapping/columns").size()).isEqualTo(1);
        Upload.of("contact", "name,account\n周敏,Halifax\n")
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "name", "field", "name"),
                                Map.of("column", "account", "field", "account"))))
                .to(porter)
                .refused(422, "import.not_importable");
    }

    @Test
    void anExportHoldsWhatItsRequesterSeesAndNoMore() throws Exception {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "clerk",
                                "objects",
                                Map.of("lead", Map.of("read", "own", "create", true, "export", true)),
                                "fields",
                                Map.of("lead.mobile", "masked", "lead.email", "hidden")))
                .expect(201);
        Api clerk = tenant.as("clerk", "clerk").speaking("en");
        clerk.post("/records/lead", Map.of("name", "own lead")).expect(201);
        admin.post(
                        "/records/lead",
                        Map.of("name", "foreign lead", "mobile", "138 1234 5678", "email", "secret@example.com"))
                .expect(201);
        String own = clerk.get("/records/lead").text("/items/0/id");
        Answer seen = admin.get("/records/lead/" + own).expect(200);
        admin.header("If-Match", seen.header("ETag"))
                .patch("/records/lead/" + own, Map.of("mobile", "139 8765 4321", "email", "hidden@example.com"))
                .expect(200);
        admin.without("If-Match");

        clerk.post("/exports", Map.of("object", "lead", "fields", List.of("name", "email")))
                .expect(400);
        String export = clerk.post("/exports", Map.of("object", "lead", "format", "csv"))
                .expect(202)
                .text("id");
        assertThat(Upload.awaited(clerk, "/exports/" + export).at("processed").asLong())
                .isEqualTo(1);
        String csv = clerk.get("/exports/" + export + "/file").expect(200).raw();
        assertThat(csv)
                .contains("own lead")
                .contains("****")
                .doesNotContain("foreign")
                .doesNotContain("8765 4321")
                .doesNotContain("13987654321")
                .doesNotContain("@example.com");
    }
}
