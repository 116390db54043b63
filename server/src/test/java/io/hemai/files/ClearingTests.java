package io.hemai.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseProperties;
import io.hemai.metadata.custom.MetaPurge;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody needs goes, and nothing else. */
@HemaiTest
class ClearingTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    Clearing clearing;

    @Autowired
    MetaPurge purge;

    @Autowired
    DatabaseProperties database;

    private TestTenant tenant;
    private Api api;

    @BeforeEach
    void company() {
        tenant = tenants.fresh();
        api = tenant.admin();
    }

    private Path shelf() {
        return database.homeDirectory().resolve("files").resolve(tenant.name());
    }

    private Path content(Answer stored) {
        String tag = api.get("/files/" + stored.text("id")).expect(200).header("ETag");
        return shelf().resolve(tag.replace("\"", ""));
    }

    private void later(Duration time) {
        clock.advance(time);
        clearing.clear();
        api = tenant.admin();
    }

    private Answer attached(String file) {
        return api.post("/records/attachment", Map.of("file", file)).expect(201);
    }

    @Test
    void aFileThatNoRecordUsesGoesAfterADayWithItsContent() {
        Answer lost = Stored.send(api, "lost.txt", "lost").expect(201);
        Answer used = Stored.send(api, "used.txt", "used").expect(201);
        Path lostContent = content(lost);
        Path usedContent = content(used);
        attached(used.text("id"));

        later(Duration.ofHours(23));
        api.get("/files/" + lost.text("id")).expect(200);
        later(Duration.ofHours(2));
        api.get("/files/" + lost.text("id")).expect(404);
        assertThat(lostContent).doesNotExist();
        api.get("/files/" + used.text("id")).expect(200);
        assertThat(usedContent).hasContent("used");
    }

    @Test
    void whatWasDrawnOfAFileGoesWithIt() throws IOException {
        Answer lost = Stored.send(api, "lost.png", Stored.picture("png")).expect(201);
        Path content = content(lost);
        Path small = shelf().resolve(content.getFileName() + ".96");
        api.get("/files/" + lost.text("id") + "/thumbnail?size=96").expect(200);
        assertThat(small).exists();
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(small, yesterday);
        clearing.findStrays();
        assertThat(small).exists();

        later(Duration.ofHours(25));
        assertThat(content).doesNotExist();
        assertThat(small).doesNotExist();
    }

    @Test
    void contentStaysAsLongAsOneFileHasIt() {
        Answer lost = Stored.send(api, "a.txt", "shared").expect(201);
        Answer used = Stored.send(api, "b.txt", "shared").expect(201);
        Path content = content(lost);
        attached(used.text("id"));
        later(Duration.ofHours(25));
        api.get("/files/" + lost.text("id")).expect(404);
        assertThat(content).exists();
        Answer again = Stored.send(api, "c.txt", "shared").expect(201);
        assertThat(content(again)).isEqualTo(content);
    }

    @Test
    void aRecordInTheBinKeepsItsFile() {
        String file = Stored.text(api, "a.txt");
        Answer record = attached(file);
        String path = "/records/attachment/" + record.text("id");
        api.header("If-Match", record.header("ETag")).delete(path).expect(204);
        later(Duration.ofDays(400));
        api.post(path + "/restore", Map.of()).expect(200);
        api.get("/files/" + file).expect(200);
    }

    @Test
    void aFileTakenOutOfItsRecordStaysForThirtyDays() {
        api.post(
                        "/meta/objects/sample/fields",
                        Map.of("name", "doc", "type", "file", "label", Map.of("en", "Document")))
                .expect(201);
        String file = Stored.text(api, "a.txt");
        Answer record =
                api.post("/records/sample", Map.of("name", "a", "c_doc", file)).expect(201);
        api.header("If-Match", record.header("ETag"))
                .patch("/records/sample/" + record.text("id"), Collections.singletonMap("c_doc", null))
                .expect(200);
        later(Duration.ofDays(29));
        api.get("/files/" + file).expect(200);
        later(Duration.ofDays(2));
        api.get("/files/" + file).expect(404);
    }

    @Test
    void aFieldThatIsGoneForGoodReleasesItsFilesEvenToALaterOneOfItsName() {
        Map<String, Object> field = Map.of("name", "doc", "type", "file", "label", Map.of("en", "Document"));
        api.post("/meta/objects/sample/fields", field).expect(201);
        String file = Stored.text(api, "a.txt");
        api.post("/records/sample", Map.of("name", "a", "c_doc", file)).expect(201);
        Api other = tenant.as("other", "admin");
        other.get("/files/" + file).expect(200);
        api.delete("/meta/objects/sample/fields/c_doc");
        clock.advance(Duration.ofDays(31));
        purge.run(tenant.tenant());

        tenant.admin().post("/meta/objects/sample/fields", field).expect(201);
        tenant.as("other").get("/files/" + file).expect(404);
        later(Duration.ofDays(31));
        api.get("/files/" + file).expect(404);
    }

    @Test
    void whatACutOffUploadLeftGoesToo() throws IOException {
        Path known = content(Stored.send(api, "a.txt", "known").expect(201));
        Path stray = Files.writeString(shelf().resolve("f".repeat(64)), "stray");
        Path part = Files.writeString(shelf().resolve("incoming1.part"), "half");
        Path drawn = Files.writeString(shelf().resolve("e".repeat(64) + ".96"), "of content that is gone");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(stray, yesterday);
        Files.setLastModifiedTime(part, yesterday);
        Files.setLastModifiedTime(drawn, yesterday);
        clearing.findStrays();
        clearing.clear();
        assertThat(stray).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(drawn).doesNotExist();
        assertThat(known).exists();
    }
}
