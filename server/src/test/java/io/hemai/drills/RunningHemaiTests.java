package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.RunningHemai;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drills stand on: a Hemai that dies and comes back on its home. */
class RunningHemaiTests {
    @TempDir
    Path home;

    @Test
    void killedOneComesBackWithWhatItAnswered() throws Exception {
        String id;
        try (RunningHemai first = RunningHemai.start(home)) {
            id = first.admin()
                    .post("/records/lead", Map.of("name", "王芳"))
                    .expect(201)
                    .text("id");
            first.kill();
            try (RunningHemai second = RunningHemai.start(home)) {
                assertThat(second.admin().get("/records/lead/" + id).expect(200).text("name"))
                        .isEqualTo("王芳");
            }
        }
    }
}
