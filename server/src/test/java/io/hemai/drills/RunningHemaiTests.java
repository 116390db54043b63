package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Api;
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
    void lostPasswordIsGivenAnew() throws Exception {
        try (RunningHemai first = RunningHemai.start(home)) {
            Api admin = first.admin();
            String me = admin.get("/session").expect(200).text("/user/id");
            admin.post(
                            "/users/" + me + "/password",
                            Map.of("current", RunningHemai.PASSWORD, "password", "forgotten-Lotus-77"))
                    .expect(204);
            first.kill();
            try (RunningHemai second = RunningHemai.start(home, "hemai.admin.new-password=true")) {
                second.admin().get("/session").expect(200);
            }
        }
    }

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
