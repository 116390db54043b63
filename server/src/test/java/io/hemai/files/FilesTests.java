package io.hemai.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseProperties;
import io.hemai.kernel.text.FileName;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Storing a file and having it back. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DatabaseProperties database;

    private TestTenant tenant;
    private Api api;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        api = tenant.as("wang", "sales");
    }

    private Answer download(Answer stored) {
        return api.get("/files/" + stored.text("id")).expect(200);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all =
                Files.list(database.homeDirectory().resolve("files").resolve(tenant.name()))) {
            return all.toList();
        }
    }

    @Test
    void aFileComesBackAsItWasStored() {
        Answer stored = Stored.send(api, "报价单.txt", "报价：1200 元").expect(201);

        assertThat(stored.header("Location")).isEqualTo("/api/v1/files/" + stored.text("id"));
        assertThat(stored.text("name")).isEqualTo("报价单.txt");
        assertThat(stored.at("size").asLong()).isEqualTo("报价：1200 元".getBytes(StandardCharsets.UTF_8).length);
        assertThat(stored.text("type")).isEqualTo("text/plain");
        assertThat(stored.body().propertyNames()).containsExactly("id", "name", "size", "type");
        Answer back = download(stored);
        assertThat(back.raw()).isEqualTo("报价：1200 元");
        assertThat(back.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(back.header("Content-Disposition"))
                .startsWith("inline")
                .contains("filename*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95.txt");
        assertThat(back.header("Cache-Control")).contains("private").contains("no-cache");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page.txt|<!DOCTYPE html><html><script>alert(1)</script></html>|text/html",
                "a.png|<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>|image/svg+xml",
                "a.pdf|just words|text/plain",
                "kunden.csv|a,b|text/csv",
            })
    void theContentSaysWhatItIsAndNothingInItActsAsOurs(String name, String content, String type) {
        Answer stored = Stored.send(api, name, content).expect(201);

        assertThat(stored.text("type")).isEqualTo(type);
        Answer back = download(stored);
        assertThat(back.header("Content-Disposition")).startsWith(type.equals("text/plain") ? "inline" : "attachment");
        assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(back.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .endsWith("sandbox");
    }

    @Test
    void bytesWithoutMeaningArePicturesByNoName() {
        byte[] noise = {0, 1, 2, 3, 4, 5, 6, 7, -1, -2};
        assertThat(Stored.send(api, "noise.png", noise).expect(201).text("type"))
                .isEqualTo("application/octet-stream");
        assertThat(Stored.send(api, "real.bin", Stored.picture("png"))
                        .expect(201)
                        .text("type"))
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Users\\li\\合同.pdf|合同.pdf",
                "tab\there.txt|tabhere.txt",
                "👨‍👩‍👧 家庭.jpg|👨‍👩‍👧 家庭.jpg",
                "عرض السعر.pdf|عرض السعر.pdf",
                "gnp\u202Etxt.exe|gnptxt.exe",
                "..|file",
            })
    void namesAreKeptWithoutWhatCouldMislead(String given, String kept) {
        assertThat(FileName.of(given)).isEqualTo(kept);
        Answer stored = Stored.send(api, given.replace("\\", "\\\\"), "x").expect(201);
        assertThat(stored.text("name")).isEqualTo(kept);
        download(stored);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name =
                Stored.send(api, "长".repeat(300) + ".docx", "x").expect(201).text("name");
        assertThat(name).hasSize(FileName.LONGEST).endsWith("长.docx");
    }

    @Test
    void whatIsNoFileIsRefused() {
        Stored.send(api, "empty.txt", new byte[0]).refused(422, "files.empty");
        api.post("/files", "{}").refused(400, "files.no_file");
        new Form().text("file", "words").post(api, "/files").refused(400, "request.unknown_parameter");
        new Form()
                .file("file", "a", "text/plain", new byte[] {1})
                .file("file", "b", "text/plain", new byte[] {2})
                .post(api, "/files")
                .refused(400, "files.no_file");
    }

    @Test
    void aFileOverTheLimitIsRefusedNamingTheLimit() throws IOException {
        int before = kept().size();
        Answer refused = Stored.send(api.speaking("en"), "big.bin", new byte[50 * 1024 * 1024 + 1])
                .refused(413, "files.too_large");
        assertThat(refused.text("/errors/0/message")).contains("50 MB");
        assertThat(kept()).hasSize(before);
    }

    @Test
    void theLimitIsKnownBeforeAnythingIsSent() {
        assertThat(api.get("/files/limits").expect(200).at("max_size").asLong()).isEqualTo(50L * 1024 * 1024);
        tenants.api().get("/files/limits").expect(401);
    }

    @Test
    void theSameContentIsKeptOnceForAllFilesThatHaveIt() throws IOException {
        Answer first = Stored.send(api, "a.txt", "twice the same").expect(201);
        int kept = kept().size();
        Answer second = Stored.send(api, "b.txt", "twice the same").expect(201);

        assertThat(second.text("id")).isNotEqualTo(first.text("id"));
        assertThat(kept()).hasSize(kept).noneMatch(p -> p.toString().endsWith(".part"));
        assertThat(download(first).header("ETag")).isEqualTo(download(second).header("ETag"));
    }

    @Test
    void aRepeatedUploadIsDoneOnce() {
        Api once = tenant.as("wang").header("Idempotency-Key", "k1");
        Answer first = Stored.send(once, "a.txt", "once").expect(201);
        Answer again = Stored.send(once, "a.txt", "once").expect(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        Stored.send(once, "a.txt", "other").refused(422, "idempotency.key_reused");
    }

    @Test
    void browsersAskAgainAndFetchInParts() {
        Answer stored = Stored.send(api, "film.txt", "0123456789").expect(201);
        String tag = download(stored).header("ETag");
        Api client = tenant.as("wang");

        Answer unchanged = client.header("If-None-Match", tag).get("/files/" + stored.text("id"));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.raw()).isEmpty();
        client.without("If-None-Match");
        Answer part = client.header("Range", "bytes=2-5").get("/files/" + stored.text("id"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.raw()).isEqualTo("2345");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-5/10");
        Answer beyond = client.header("Range", "bytes=20-").get("/files/" + stored.text("id"));
        assertThat(beyond.expect(416).raw()).isEmpty();
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void onlyWhoStoredItReadsAFileThatNoRecordUses() {
        Answer stored = Stored.send(api, "mine.txt", "mine").expect(201);
        tenant.as("li", "sales").get("/files/" + stored.text("id")).refused(404, "files.not_found");
        tenant.admin().get("/files/" + stored.text("id")).refused(404, "files.not_found");
        tenants.fresh().admin().get("/files/" + stored.text("id")).refused(404, "files.not_found");
        tenants.api().get("/files/" + stored.text("id")).expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "..%2Fsession"})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(api.get("/files/" + id).status()).isIn(400, 404);
    }
}
