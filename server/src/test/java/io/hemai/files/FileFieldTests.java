package io.hemai.files;

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

/** Files in fields of records: who may put them there, and who reads them by that. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileFieldTests {
    @Autowired
    TestTenants tenants;

    private TestTenant tenant;
    private Api admin;
    private Api wang;
    private Api li;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        field("contract", "file");
        field("photo", "image");
        field("story", "rich_text");
        role("keeper", Map.of());
        role("blind", Map.of("sample.c_contract", "hidden", "sample.c_photo", "masked"));
        wang = tenant.as("wang", "keeper");
        li = tenant.as("li", "keeper");
    }

    private void field(String name, String type) {
        admin.post("/meta/objects/sample/fields", Map.of("name", name, "type", type, "label", Map.of("en", name)))
                .expect(201);
    }

    private void role(String name, Map<String, Object> fields) {
        Map<String, Object> own = Map.of("read", "own", "create", true, "update", "own", "delete", "own");
        admin.post("/roles", Map.of("name", name, "objects", Map.of("sample", own), "fields", fields))
                .expect(201);
    }

    private static Answer made(Api by, Map<String, Object> values) {
        return by.post("/records/sample", values).expect(201);
    }

    private static Answer patched(Api by, String record, Map<String, Object> values) {
        try {
            return by.header("If-Match", by.get("/records/sample/" + record).header("ETag"))
                    .patch("/records/sample/" + record, values);
        } finally {
            by.without("If-Match");
        }
    }

    @Test
    void aRecordTellsWhatItsFilesAreAndWhoReadsItReadsThem() {
        Answer contract = Stored.send(wang, "合同.pdf", "%PDF-1.7\n…").expect(201);
        Answer photo = Stored.send(wang, "现场.jpg", Stored.picture("jpg")).expect(201);
        String record = made(wang, Map.of("name", "a", "c_contract", contract.body(), "c_photo", photo.text("id")))
                .text("id");

        Answer read = wang.get("/records/sample/" + record).expect(200);
        assertThat(read.at("c_contract")).isEqualTo(contract.body());
        assertThat(read.text("/c_contract/type")).isEqualTo("application/pdf");
        assertThat(read.at("c_photo")).isEqualTo(photo.body());
        admin.get("/files/" + contract.text("id")).expect(200);
        li.get("/files/" + contract.text("id")).refused(404, "files.not_found");
        String child = made(wang, Map.of("name", "b", "parent", record)).text("id");
        assertThat(wang.get("/records/sample/" + child + "?fields=parent.c_contract")
                        .expect(200)
                        .at("/parent.c_contract/name")
                        .asString())
                .isEqualTo("合同.pdf");
        Answer history = wang.get("/records/sample/" + record + "/history").expect(200);
        assertThat(history.raw()).contains("合同.pdf");
    }

    @Test
    void aGuessedIdOfSomebodyElsesFileIsRefusedNamingTheField() {
        String theirs = Stored.text(wang, "secret.txt");
        Answer refused = li.post("/records/sample", Map.of("name", "a", "c_contract", theirs))
                .refused(422, "record.file_not_found");
        assertThat(refused.text("/errors/0/field")).isEqualTo("c_contract");
        assertThat(refused.raw()).doesNotContain("secret.txt");
        li.post("/records/sample", Map.of("name", "a", "c_contract", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001"))
                .refused(422, "record.file_not_found");
        li.post("/records/sample", Map.of("name", "a", "c_story", image(theirs)))
                .refused(422, "record.file_not_found");
        Answer batch = li.post(
                        "/records/sample/batch",
                        Map.of(
                                "atomic",
                                false,
                                "create",
                                List.of(
                                        Map.of("name", "a", "c_contract", Stored.text(li, "own.txt")),
                                        Map.of("name", "b", "c_contract", theirs))))
                .expect(200);
        assertThat(batch.at("/results/0/status").asInt()).isEqualTo(201);
        assertThat(batch.at("/results/1/status").asInt()).isEqualTo(422);
    }

    private static String image(String id) {
        return "<p>see <img src=\"/api/v1/files/" + id + "\"></p>";
    }

    @Test
    void picturesInRichTextBelongToTheRecord() {
        String photo =
                Stored.send(wang, "a.png", Stored.picture("png")).expect(201).text("id");
        made(wang, Map.of("name", "a", "c_story", image(photo)));
        admin.get("/files/" + photo).expect(200);
        li.get("/files/" + photo).expect(404);
    }

    @Test
    void anImageFieldTakesRealPicturesOnly() {
        for (String format : List.of("png", "jpg", "gif")) {
            made(
                    wang,
                    Map.of(
                            "name",
                            format,
                            "c_photo",
                            Stored.send(wang, "a", Stored.picture(format)).text("id")));
        }
        String svg = Stored.send(wang, "a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .text("id");
        Answer refused = wang.speaking("zh-CN")
                .post("/records/sample", Map.of("name", "a", "c_photo", svg))
                .refused(422, "record.file_unfit");
        assertThat(refused.text("/errors/0/message")).contains("image/svg+xml");
        wang.post("/records/sample", Map.of("name", "a", "c_photo", Stored.text(wang, "photo.jpg")))
                .refused(422, "record.file_unfit");
    }

    @Test
    void hiddenAndMaskedFieldsLeadToNoFile() {
        Api blind = tenant.as("blind", "blind");
        String contract = Stored.text(admin, "contract.txt");
        String photo = Stored.send(admin, "p.png", Stored.picture("png")).text("id");
        String record = made(
                        admin,
                        Map.of(
                                "name",
                                "a",
                                "owner",
                                tenant.person("blind", "blind").toString(),
                                "c_contract",
                                contract,
                                "c_photo",
                                photo))
                .text("id");

        Answer read = blind.get("/records/sample/" + record).expect(200);
        assertThat(read.body().has("c_contract")).isFalse();
        assertThat(read.text("c_photo")).isEqualTo("***");
        blind.get("/files/" + contract).refused(404, "files.not_found");
        blind.get("/files/" + photo).refused(404, "files.not_found");
        assertThat(blind.get("/records/sample/" + record + "/history")
                        .expect(200)
                        .raw())
                .doesNotContain("contract.txt")
                .doesNotContain("p.png");
    }

    @Test
    void aFileMayBeUsedAgainByWhoReadsItAndIsReadByEveryWay() {
        String file = Stored.text(wang, "a.txt");
        String first = made(wang, Map.of("name", "a", "c_contract", file)).text("id");
        String second = made(wang, Map.of("name", "b", "c_contract", file)).text("id");
        assertThat(patched(wang, first, java.util.Collections.singletonMap("c_contract", null))
                        .expect(200)
                        .at("c_contract")
                        .isNull())
                .isTrue();
        admin.get("/files/" + file).expect(200);
        patched(admin, second, Map.of("c_contract", Stored.text(admin, "b.txt")))
                .expect(200);
        admin.get("/files/" + file).expect(404);
        wang.get("/files/" + file).expect(200);
    }

    @Test
    void aRecordInTheBinKeepsItsFileForItsReturn() {
        String file = Stored.text(wang, "a.txt");
        Answer record = made(wang, Map.of("name", "a", "c_contract", file));
        String path = "/records/sample/" + record.text("id");
        wang.header("If-Match", record.header("ETag")).delete(path).expect(204);
        wang.without("If-Match");
        wang.get("/files/" + file).expect(404);
        wang.post(path + "/restore", Map.of()).expect(200);
        assertThat(wang.get(path).expect(200).text("/c_contract/name")).isEqualTo("a.txt");
        wang.get("/files/" + file).expect(200);
    }

    @Test
    void filesAreFoundByWhetherThereAreAny() {
        made(wang, Map.of("name", "with", "code", "W1", "c_contract", Stored.text(wang, "a.txt")));
        Map<String, Object> filter = Map.of(
                "and",
                List.of(
                        Map.of("field", "code", "op", "eq", "value", "W1"),
                        Map.of("field", "c_contract", "op", "not_empty")));
        assertThat(wang.post("/records/sample/query", Map.of("filter", filter))
                        .expect(200)
                        .at("items")
                        .size())
                .isEqualTo(1);
    }
}
