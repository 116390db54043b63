package io.hemai;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.backup.Backup;
import io.hemai.database.backup.Restore;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import io.hemai.testing.Api;
import io.hemai.testing.ForkedJvm;
import io.hemai.testing.RunningHemai;
import io.hemai.testing.Writers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hemai in a process of its own, as people run it: how it starts, logs, is saved and restored under load, and stops. */
class WholeHemaiTests {
    private static final String RECORDS = "/records/competitor";
    private static final String[] LOGGING = {
        "logging.structured.format.console=ecs", "logging.level.org.springframework.web.servlet.DispatcherServlet=debug"
    };

    @TempDir
    Path directory;

    @Test
    void isSavedWhilePeopleWorkAndStartsElsewhereWithAllThatWasConfirmed() throws Exception {
        Path home = directory.resolve("home");
        Map<String, String> confirmed;
        try (RunningHemai first = RunningHemai.start(home, LOGGING)) {
            saysWhereItIsAndAsWhomToSignIn(first);
            logsTheRequestWithEachLine(first);
            confirmed = savedUnderLoad(first, home, directory.resolve("saved"));
            answersWhatHasBegunBeforeItStops(first);
        }
        Path second = directory.resolve("second");
        new Restore(second).from(directory.resolve("saved"));

        try (RunningHemai restored = RunningHemai.start(second, LOGGING)) {
            Api admin = restored.admin();
            confirmed.forEach((id, name) -> assertThat(
                            admin.get(RECORDS + "/" + id).expect(200).text("name"))
                    .isEqualTo(name));
            admin.post(RECORDS, Map.of("name", "afterwards")).expect(201);
            restored.terminate();
            restored.awaitEnd();
        }
        refusesToStartWithoutItsMainTenant(second);
    }

    private static void saysWhereItIsAndAsWhomToSignIn(RunningHemai hemai) throws IOException {
        String greeting =
                Api.JSON.readTree(hemai.await("Hemai is ready")).at("/message").asString();
        assertThat(greeting).contains("localhost:" + hemai.port(), "sign in as " + RunningHemai.ADMIN);
    }

    private static void logsTheRequestWithEachLine(RunningHemai hemai) throws IOException {
        hemai.admin().header("X-Request-Id", "asked-by-a-test").get("/session").expect(200);

        String line = hemai.await("asked-by-a-test");

        assertThat(Api.JSON.readTree(line).toString()).contains("\"request_id\":\"asked-by-a-test\"");
    }

    private static Map<String, String> savedUnderLoad(RunningHemai hemai, Path home, Path saved) throws Exception {
        try (Writers writers = new Writers(token(hemai), RECORDS)) {
            Awaitility.await().until(() -> writers.confirmed().size() > 50);
            Map<String, String> before = new HashMap<>(writers.confirmed());
            new Backup(home).into(saved);
            int meanwhile = writers.confirmed().size();
            assertThat(meanwhile).as("people went on working").isGreaterThan(before.size());
            return before;
        }
    }

    private static Api token(RunningHemai hemai) {
        return hemai.admin().token(tokenText(hemai));
    }

    private static String tokenText(RunningHemai hemai) {
        return hemai.admin()
                .post("/tokens", Map.of("name", "test", "scopes", List.of("records:read", "records:write")))
                .expect(201)
                .text("token");
    }

    /** Asks for leave to send the body, so that the request is known to be in work when the end is asked for. */
    private static void answersWhatHasBegunBeforeItStops(RunningHemai hemai) throws Exception {
        byte[] body = "{\"name\":\"just in time\"}".getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1" + RECORDS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + tokenText(hemai) + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hemai.port());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains(" 100");
            hemai.terminate();
            hemai.await("Commencing graceful shutdown");
            out.write(body);
            assertThat(answer.readLine()).isEmpty();
            assertThat(Objects.requireNonNull(answer.readLine())).contains(" 201");
        }
        hemai.awaitEnd();
    }

    private static void refusesToStartWithoutItsMainTenant(Path home) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, ServerSettings.production())) {
            execute(
                    server.address(),
                    "alter table t_main.competitor rename to kept",
                    "create view t_main.competitor as select 1 as nothing",
                    "update t_main.meta_state set value = 'of an earlier release'");
        }
        try (ForkedJvm broken = ForkedJvm.hemai("--hemai.home=" + home, "--hemai.port=0")) {
            broken.await("tenant main is set aside");
            broken.await("could not be made ready");
            broken.awaitEnd();
        }
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
