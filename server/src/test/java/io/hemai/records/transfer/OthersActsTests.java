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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What others imported, changed and exported shows no more than the records themselves do now. */
@HemaiTest
class OthersActsTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private String auditor;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        auditor = tenant.person("auditor").toString();
    }

    private Api auditor(String name, Map<String, Object> objects, Map<String, String> fields) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("name", name);
        role.put("label", name);
        role.put("objects", objects);
        role.put("fields", fields);
        role.put("admin", List.of("audit"));
        admin.post("/roles", role).expect(201);
        admin.put("/users/" + auditor + "/roles", List.of(name)).expect(200);
        return tenant.as("auditor");
    }

    private String imported() throws InterruptedException {
        Answer done = Upload.of("sample", "name,size,note\nx,walnut,pecan\n").done(admin);
        assertThat(done.text("/problems/0/value")).as(done.raw()).isEqualTo("walnut");
        return "/imports/" + done.text("id");
    }

    private void isUnknown(Api api, String path, String code) {
        api.get(path).refused(404, code);
        api.post(path + "/cancel", Map.of()).refused(404, code);
        api.post(path + "/undo", Map.of()).refused(404, code);
        String list = path.substring(0, path.lastIndexOf('/'));
        assertThat(api.get(list).expect(200).at("items").isEmpty()).isTrue();
    }

    @Test
    void importsOfOthersAreReadByWhoReadsAllTheirRecords() throws InterruptedException {
        String path = imported();

        Api nothing = auditor("nothing", Map.of("account", Map.of("read", "all")), Map.of());
        isUnknown(nothing, path, "import.not_found");
        nothing.get(path + "/errors.csv").refused(404, "import.not_found");
        isUnknown(
                auditor("own", Map.of("sample", Map.of("read", "own", "import", true)), Map.of()),
                path,
                "import.not_found");
        isUnknown(
                auditor(
                        "some",
                        Map.of("sample", Map.of("read", "all", "import", true)),
                        Map.of("sample.note", "hidden")),
                path,
                "import.not_found");

        Api whole = auditor("whole", Map.of("sample", Map.of("read", "all")), Map.of());
        assertThat(whole.get(path).expect(200).text("/problems/0/value")).isEqualTo("walnut");
        assertThat(whole.get(path + "/errors.csv").expect(200).raw()).contains("pecan");
        assertThat(whole.get("/imports").expect(200).at("items").size()).isEqualTo(1);
    }

    @Test
    void whatAFieldHidThatIsDeletedStaysHidden() throws InterruptedException {
        admin.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "salary", "type", "text", "label", Map.of("en", "Salary")))
                .expect(201);
        String path = "/imports/"
                + Upload.of("sample", "name,size,Salary\nx,walnut,9000\n")
                        .done(admin)
                        .text("id");
        Map<String, Object> whole = Map.of("sample", Map.of("read", "all"));
        isUnknown(auditor("some", whole, Map.of("sample.c_salary", "hidden")), path, "import.not_found");

        admin.delete("/meta/objects/sample/fields/c_salary").expect(204);

        isUnknown(tenant.as("auditor"), path, "import.not_found");
        auditor("whole", whole, Map.of()).get(path).expect(200);
    }

    @Test
    void whatImportsTellOfLinkedRecordsIsForWhoReadsThose() throws InterruptedException {
        admin.post("/records/campaign", Map.of("name", "Project Nightingale")).expect(201);
        Answer done = Upload.of("lead", "name,company,campaign\nP1,Co,project-nightingale\n")
                .done(admin);
        assertThat(done.raw()).contains("Project Nightingale");
        String path = "/imports/" + done.text("id");
        Map<String, String> read = Map.of("read", "all");

        Api leads = auditor("leads", Map.of("lead", read), Map.of());
        isUnknown(leads, path, "import.not_found");
        leads.get(path + "/problems").refused(404, "import.not_found");
        leads.get(path + "/errors.csv").refused(404, "import.not_found");
        isUnknown(auditor("masked", Map.of("*", read), Map.of("campaign.name", "masked")), path, "import.not_found");
        auditor("whole", Map.of("*", read), Map.of()).get(path).expect(200);
    }

    @Test
    void bulkActsOfOthersToo() throws InterruptedException {
        List<String> ids = Bulk.made(admin, "sample", 1, i -> Map.of("name", "x"));
        Answer done = Bulk.ids("sample", ids).set("size", 9).done(admin);
        String path = "/bulk/" + done.text("id");

        isUnknown(
                auditor("own", Map.of("sample", Map.of("read", "own", "update", "own")), Map.of()),
                path,
                "bulk.not_found");

        auditor("whole", Map.of("sample", Map.of("read", "all")), Map.of())
                .get(path)
                .expect(200);
    }

    @Test
    void aFileIsHandedOutAsLongAsItsRequesterMayExport() throws InterruptedException {
        admin.post("/records/sample", Map.of("name", "walnut")).expect(201);
        Api clerk = auditor("clerk", Map.of("sample", Map.of("read", "all", "export", true)), Map.of());
        String path = "/exports/"
                + clerk.post("/exports", Map.of("object", "sample")).expect(202).text("id");
        Upload.awaited(clerk, path);
        assertThat(clerk.get(path + "/file").expect(200).raw()).contains("walnut");

        Api reads = auditor("reads", Map.of("sample", Map.of("read", "all")), Map.of());
        reads.get(path).refused(403, "record.not_permitted");
        reads.get(path + "/file").refused(403, "record.not_permitted");
        Api nothing = auditor("nothing", Map.of("account", Map.of("read", "all")), Map.of());
        nothing.get(path).expect(404);
        nothing.get(path + "/file").expect(404);
    }
}
