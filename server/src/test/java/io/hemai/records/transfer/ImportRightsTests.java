package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.MassActStore;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Rights and fields that change while an import runs. */
@HemaiTest
class ImportRightsTests {
    private static final int ROWS = Limits.CHUNK + 100;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule rule;

    @Autowired
    MassActStore store;

    @Autowired
    FileShelf shelf;

    @Autowired
    JsonMapper json;

    private TestTenant company;
    private Api admin;

    @BeforeEach
    void newCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
    }

    private static Map<String, Object> role(boolean imports) {
        return Map.of(
                "label",
                "clerk",
                "objects",
                Map.of("sample", Map.of("read", "own", "create", true, "update", "own", "import", imports)));
    }

    private Api clerk() {
        Map<String, Object> clerk = new HashMap<>(role(true));
        clerk.put("name", "clerk");
        admin.post("/roles", clerk).expect(201);
        return company.as("clerk", "clerk").speaking("en");
    }

    private static String rows(String more) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> (i == 10 ? OutageRule.AT : "n" + i) + more + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void whoMayNotImportAnyMoreImportsNoMore() throws InterruptedException {
        Api clerk = clerk();
        rule.meanwhile(() -> admin.put("/roles/clerk", role(false)).expect(200));

        String id =
                Upload.of("sample", "name\n" + rows("")).to(clerk).expect(202).text("id");
        Answer stopped = Upload.awaited(admin, "/imports/" + id);

        assertThat(stopped.text("status")).as(stopped.raw()).isEqualTo("failed");
        assertThat(stopped.text("/error/code")).isEqualTo("record.not_permitted");
        assertThat(stopped.at("created").asInt()).isEqualTo(Limits.CHUNK);
    }

    @Test
    void whoIsNoAdministratorAnyMoreBringsNoOwners() throws InterruptedException {
        clerk();
        String boss = company.person("boss", "admin").toString();
        Api asBoss = company.as("boss").speaking("en");
        rule.meanwhile(
                () -> admin.put("/users/" + boss + "/roles", List.of("clerk")).expect(200));

        String id = Upload.of("sample", "name,owner\n" + rows(",clerk"))
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "name", "field", "name"),
                                Map.of("column", "owner", "field", "owner"))))
                .to(asBoss)
                .expect(202)
                .text("id");
        Answer stopped = Upload.awaited(admin, "/imports/" + id);

        assertThat(stopped.text("status")).as(stopped.raw()).isEqualTo("failed");
        assertThat(stopped.text("/error/code")).isEqualTo("record.not_permitted");
        assertThat(stopped.at("created").asInt()).isEqualTo(Limits.CHUNK);
    }

    private void dropTheFile() {
        String running = admin.get("/imports").expect(200).text("/items/0/id");
        company.run(() -> {
            String settings = store.find(new RecordId(UUID.fromString(running)))
                    .orElseThrow()
                    .settings();
            try {
                Files.delete(shelf.imported(json.readTree(settings).get("file").asString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void afterAChangeTheFileIsReadOnAndNotAnew() throws InterruptedException {
        clerk();
        rule.meanwhile(() -> {
            dropTheFile();
            admin.put("/roles/clerk", role(false)).expect(200);
        });

        Answer done = Upload.of("sample", "name\n" + rows("") + "n7\n")
                .with("mode", "upsert")
                .with("match", "name")
                .done(admin);

        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("created").asInt()).isEqualTo(ROWS);
        assertThat(done.at("failed").asInt()).isEqualTo(1);
        assertThat(done.text("/problems/0/code")).isEqualTo("import.duplicate_in_file");
    }

    @Test
    void aRowThatIsTriedTwiceIsTalliedOnce() throws InterruptedException {
        Bulk.made(admin, "sample", 1, i -> Map.of("name", "known"));
        rule.meanwhile(() -> admin.post("/records/sample", Map.of("name", "other", "code", "TAKEN"))
                .expect(201));

        Answer done = Upload.of(
                        "sample",
                        "name,code,made\nknown,K,2019-05-06 10:00\n" + OutageRule.AT + ",TAKEN,2019-05-06 10:00\n")
                .with("mode", "upsert")
                .with("match", "name")
                .mapping(Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "name", "field", "name"),
                                Map.of("column", "code", "field", "code"),
                                Map.of("column", "made", "field", "created_at"))))
                .done(admin);

        assertThat(done.at("failed").asInt()).as(done.raw()).isEqualTo(1);
        assertThat(done.at("updated").asInt()).as(done.raw()).isEqualTo(1);
        assertThat(done.text("/warnings/0/code")).as(done.raw()).isEqualTo("import.kept");
        assertThat(done.at("/warnings/0/rows").asInt()).as(done.raw()).isEqualTo(1);
    }
}
