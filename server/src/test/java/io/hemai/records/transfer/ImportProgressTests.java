package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports of many chunks: watched, stopped, taken back. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportProgressTests {
    private static final int ROWS = 30_000;
    private static final int CHUNKS = 5_000;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 20;

    @Autowired
    TestTenants tenants;

    @Autowired
    OutageRule outage;

    private TestTenant tenant;
    private Api api;

    @BeforeAll
    void signIn() {
        tenant = tenants.fresh();
        api = tenant.admin().speaking("en");
    }

    private long count(String source) {
        return api.post(
                        "/records/sample/query",
                        Map.of(
                                "filter",
                                Map.of("field", "source", "op", "eq", "value", source),
                                "count",
                                "exact",
                                "limit",
                                1))
                .at("/count/value")
                .asLong();
    }

    private static String rows(int many, String source, String size) {
        return IntStream.range(0, many)
                .mapToObj(i ->
                        (i == many / 2 ? OutageRule.AT : "n" + i) + "," + source + i + "," + source + "," + size + "\n")
                .collect(Collectors.joining("", "name,code,source,size\n", ""));
    }

    /** A long import of which a part is in. */
    private static Answer begun(Api by, String source) throws Exception {
        String path = "/imports/"
                + Upload.of("sample", rows(ROWS, source, "1"))
                        .to(by)
                        .expect(202)
                        .text("id");
        Answer now = by.get(path).expect(200);
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (now.at("processed").asLong() == 0 || now.at("total").isNull()) {
            assertThat(System.currentTimeMillis()).as(now.raw()).isLessThan(end);
            Thread.sleep(PAUSE_MILLIS);
            now = by.get(path).expect(200);
        }
        return now;
    }

    @Test
    void whoIsSwitchedOffBringsInNoMore() throws Exception {
        String person = "/records/user/" + tenant.person("leaver", "sales_manager");
        String path = "/imports/" + begun(tenant.as("leaver"), "left").text("id");

        Api admin = tenant.admin();
        admin.header("If-Match", admin.get(person).expect(200).header("ETag"))
                .patch(person, Map.of("active", false))
                .expect(200);

        Answer stopped = Upload.awaited(api, path);
        assertThat(stopped.text("/error/code")).as(stopped.raw()).isEqualTo("transfer.person_inactive");
        assertThat(stopped.at("created").asLong()).isBetween(1L, ROWS - 1L);
    }

    @Test
    void itsProgressIsSeenAndItStopsWhenAsked() throws Exception {
        Answer now = begun(api, "stopped");
        String id = now.text("id");
        assertThat(now.text("status")).as(now.raw()).isEqualTo("running");
        assertThat(now.at("total").asLong()).isEqualTo(ROWS);
        assertThat(now.at("/proposal/rows").asLong()).isEqualTo(ROWS);
        assertThat(now.at("processed").asLong()).isBetween(1L, ROWS - 1L);

        Answer stopped = api.post("/imports/" + id + "/cancel", Map.of()).expect(200);
        assertThat(stopped.text("status")).isEqualTo("failed");
        assertThat(stopped.text("/error/code")).isEqualTo("import.cancelled");
        api.post("/imports/" + id + "/cancel", Map.of()).refused(409, "import.not_running");
        long in = stopped.at("created").asLong();
        assertThat(in).isBetween(1L, ROWS - 1L);
        assertThat(count("stopped")).isEqualTo(in);

        api.post("/imports/" + id + "/undo", Map.of()).expect(202);
        Answer undone = Upload.awaited(api, "/imports/" + id);
        assertThat(undone.at("/undo/deleted").asLong()).as(undone.raw()).isEqualTo(in);
        assertThat(count("stopped")).isZero();
    }

    @Test
    void aNumberOfChunksIsTakenBackAlsoWhenTheDatabaseIsGoneInBetween() throws Exception {
        Upload.of("sample", rows(CHUNKS, "kept", "1")).done(api);
        Answer changed = Upload.of("sample", rows(CHUNKS, "kept", "2"))
                .with("mode", "update")
                .with("match", "code")
                .done(api);
        assertThat(changed.at("updated").asLong()).as(changed.raw()).isEqualTo(CHUNKS);
        outage.arm();
        api.post("/imports/" + changed.text("id") + "/undo", Map.of()).expect(202);
        Answer undone = Upload.awaited(api, "/imports/" + changed.text("id"));
        assertThat(outage.happened()).isTrue();
        assertThat(undone.text("status")).as(undone.raw()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asLong()).as(undone.raw()).isEqualTo(CHUNKS);
        assertThat(undone.at("/undo/left_count").asLong()).isZero();
        assertThat(api.post(
                                "/records/sample/query",
                                Map.of("filter", Map.of("field", "size", "op", "eq", "value", 2), "limit", 1))
                        .at("/items")
                        .size())
                .isZero();
    }
}
