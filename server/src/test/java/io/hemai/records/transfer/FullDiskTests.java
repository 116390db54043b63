package io.hemai.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.RunningHemai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hemai that may write no file of more than 256 kB: whoever needs more is told, and nothing half is kept. */
class FullDiskTests {
    private static final int BLOCKS = 512;
    private static final int ROWS = 3_000;

    @TempDir
    Path home;

    @TempDir
    Path database;

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothing() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(database, ServerSettings.production());
                RunningHemai hemai = RunningHemai.startLimited(BLOCKS, home, server.address())) {
            Api admin = hemai.admin().speaking("en");
            Upload.of("account", rows(0, 20_000)).to(admin).refused(503, "storage.full");
            assertThat(files("imports")).isEmpty();

            for (int from = 0; from < 3 * ROWS; from += ROWS) {
                Answer done = Upload.of("account", rows(from, from + ROWS)).done(admin);
                assertThat(done.at("created").asLong()).as(done.raw()).isEqualTo(ROWS);
            }
            String export = admin.post(
                            "/exports",
                            Map.of("object", "account", "fields", List.of("name", "website", "id"), "format", "csv"))
                    .expect(202)
                    .text("id");
            Answer failed = Upload.awaited(admin, "/exports/" + export);
            assertThat(failed.text("status")).as(failed.raw()).isEqualTo("failed");
            assertThat(failed.text("/error/code")).as(failed.raw()).isEqualTo("storage.full");
            assertThat(files("exports")).isEmpty();
            assertThat(hemai.log()).contains("storage.full").doesNotContain("request.internal");
        }
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "Customer number " + i + ",https://customer" + i + ".example.com\n")
                .collect(Collectors.joining("", "name,website\n", ""));
    }

    private List<Path> files(String shelf) throws IOException {
        Path folder = home.resolve(shelf);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
