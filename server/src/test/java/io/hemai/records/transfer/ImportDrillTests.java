package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.RunningHemai;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An import goes on after its server was stopped, and after it was killed, and brings in every row once. */
class ImportDrillTests {
    private static final int ROWS = 40_000;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 20;

    @TempDir
    Path home;

    @Test
    void stoppedThenKilledItStillBringsInEveryRowOnce() throws Exception {
        String id;
        try (RunningHemai first = RunningHemai.start(home)) {
            id = Upload.of("account", accounts())
                    .with("mode", "upsert")
                    .with("match", "external_id")
                    .to(first.admin())
                    .expect(202)
                    .text("id");
            awaitProcessed(first.admin(), id, 2_000);
            first.stop();
            assertThat(first.log())
                    .contains("import " + id + " ended its chunk")
                    .doesNotContain("import " + id + " waits");
        }
        try (RunningHemai second = RunningHemai.start(home)) {
            assertThat(awaitProcessed(second.admin(), id, 10_000))
                    .as("it is killed in the middle")
                    .isLessThan(ROWS);
            second.kill();
            try (RunningHemai third = RunningHemai.start(home)) {
                holdAgainst(third.admin(), id);
            }
        }
    }

    private static void holdAgainst(Api admin, String id) throws InterruptedException {
        Answer done = Upload.awaited(admin, "/imports/" + id);
        assertThat(done.text("status")).as(done.raw()).isEqualTo("done");
        assertThat(done.at("total").asLong()).isEqualTo(ROWS);
        assertThat(done.at("processed").asLong()).isEqualTo(ROWS);
        assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(ROWS);
        assertThat(names(admin))
                .isEqualTo(IntStream.range(0, ROWS).mapToObj(i -> "客户" + i).collect(Collectors.toSet()));
    }

    private static String accounts() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "客户" + i + ",K" + i + "\n")
                .collect(Collectors.joining("", "name,external_id\n", ""));
    }

    private static long awaitProcessed(Api admin, String id, long least) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        long processed = 0;
        while (processed < least) {
            Answer now = admin.get("/imports/" + id).expect(200);
            assertThat(now.text("status")).as(now.raw()).isIn("queued", "running");
            assertThat(System.currentTimeMillis()).as(now.raw()).isLessThan(end);
            Thread.sleep(PAUSE_MILLIS);
            processed = now.at("processed").asLong();
        }
        return processed;
    }

    /** The names of all accounts, each of which there is once. */
    private static Set<String> names(Api admin) {
        Set<String> names = new HashSet<>();
        String after = "";
        do {
            Answer page = admin.post("/records/account/query", page(after)).expect(200);
            for (JsonNode account : page.at("/items")) {
                assertThat(names.add(account.get("name").asString()))
                        .as("%s is there once", account)
                        .isTrue();
            }
            after = page.at("/next").isNull() ? "" : page.text("/next");
        } while (!after.isEmpty());
        return names;
    }

    private static Map<String, Object> page(String after) {
        return after.isEmpty()
                ? Map.of("fields", List.of("name"), "limit", 200)
                : Map.of("fields", List.of("name"), "limit", 200, "after", after);
    }
}
