package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To import and to export are rights of their own, and what is exported is what its requester sees. */
@HemaiTest
class TransferRightsTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private Api person(boolean may) {
        return person("own", may, Map.of("sample.note", "hidden", "sample.code", "masked"));
    }

    private Api person(String read, boolean may, Map<String, String> fields) {
        Map<String, Object> rights = Map.of("read", read, "create", true, "update", read, "export", may, "import", may);
        return tenant.having("clerk", Map.of("sample", rights), fields);
    }

    @Test
    void whoseRolesDoNotSaySoNeitherImportsNorExports() {
        Api clerk = person(false);
        clerk.post("/exports", Map.of("object", "sample")).refused(403, "record.not_permitted");
        clerk.post("/exports", Map.of("object", "account")).expect(404);
        assertThat(Upload.of("sample", "name\nx\n").to(clerk).status()).isEqualTo(403);
        assertThat(Upload.of("account", "name\nx\n").to(clerk).status()).isIn(403, 404);
    }

    @Test
    void aFileHoldsWhatItsRequesterSees() throws InterruptedException {
        Api clerk = person(true);
        String me = tenant.person("clerk").toString();
        String foreign = admin.post("/records/sample", Map.of("name", "别人的", "note", "walnut"))
                .expect(201)
                .text("id");
        admin.post(
                        "/records/sample",
                        Map.of("name", "自己的", "note", "walnut", "code", "pecan", "parent", foreign, "owner", me))
                .expect(201);
        clerk.post("/exports", Map.of("object", "sample", "fields", List.of("note")))
                .expect(400);
        clerk.post("/exports", Map.of("object", "sample", "fields", List.of("parent.note")))
                .expect(400);
        for (Object fields : List.of(List.of(), List.of("name", "code", "parent", "parent.name"))) {
            Answer started = clerk.post("/exports", Map.of("object", "sample", "fields", fields))
                    .expect(202);
            Answer done = Upload.awaited(clerk, "/exports/" + started.text("id"));
            assertThat(done.at("/processed").asInt()).as(done.raw()).isEqualTo(1);
            String file = clerk.get("/exports/" + done.text("id") + "/file")
                    .expect(200)
                    .raw();
            assertThat(file).contains("自己的", "p***").doesNotContain("walnut", "pecan", "别人的", foreign);
            admin.get("/exports/" + done.text("id") + "/file").expect(404);
        }
    }

    @Test
    void namesThatAreHiddenAreNotToldByImports() throws InterruptedException {
        Api clerk = person("all", true, Map.of("sample.name", "hidden"));
        String there = admin.post("/records/sample", Map.of("name", "walnut", "code", "A"))
                .expect(201)
                .text("id");

        Answer done = Upload.of("sample", "code\nA\n")
                .with("mode", "create")
                .with("match", "code")
                .done(clerk.speaking("en"));

        assertThat(done.text("/problems/0/code")).as(done.raw()).isEqualTo("import.exists");
        assertThat(done.text("/problems/0/message")).contains(there).doesNotContain("walnut");
    }

    @Test
    void fieldsForWhichAnUndoLeavesRecordsAreNamedAsRightsHaveIt() throws InterruptedException {
        Api clerk = person(true);
        String path = "/imports/"
                + Upload.of("sample", "name,size\nx,1\n").done(clerk).text("id");
        String id = admin.get("/records/sample").text("/items/0/id");
        Answer read = admin.get("/records/sample/" + id).expect(200);
        admin.header("If-Match", read.header("ETag"))
                .patch("/records/sample/" + id, Map.of("size", 5, "note", "walnut"))
                .expect(200);

        Answer undone = Bulk.undone(clerk, path);

        assertThat(undone.at("/undo/left/0/fields").toString()).as(undone.raw()).isEqualTo("[\"size\"]");
        assertThat(admin.get(path).at("/undo/left/0/fields").toString()).contains("note", "size");
    }

    @Test
    void namesOfWhatAnUndoLeavesAreShownAsRightsHaveIt() throws InterruptedException {
        Api clerk = person("all", true, Map.of("sample.name", "masked"));
        String id = admin.post("/records/sample", Map.of("name", "walnut"))
                .expect(201)
                .text("id");
        String path = Bulk.ids("sample", List.of(id)).set("size", 9).started(clerk);
        Upload.awaited(clerk, path);
        Answer read = admin.get("/records/sample/" + id).expect(200);
        admin.header("If-Match", read.header("ETag"))
                .patch("/records/sample/" + id, Map.of("size", 5))
                .expect(200);

        Answer undone = Bulk.undone(clerk, path);

        assertThat(undone.text("/undo/left/0/label")).as(undone.raw()).isEqualTo("w***");
        assertThat(admin.get(path).expect(200).text("/undo/left/0/label")).isEqualTo("walnut");
    }
}
