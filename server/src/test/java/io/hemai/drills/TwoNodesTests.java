package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.AtOnce;
import io.hemai.testing.RunningHemai;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database are one Hemai. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {
    private static final int ROWS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path database;

    @TempDir
    static Path home;

    private EmbeddedPostgres postgres;
    private RunningHemai one;
    private RunningHemai other;
    private Api onOne;
    private Api onOther;
    private String token;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.start(database, ServerSettings.production());
        one = RunningHemai.start(home, postgres.address());
        other = RunningHemai.start(home, postgres.address());
        token = one.admin()
                .post(
                        "/tokens",
                        Map.of(
                                "name",
                                "drill",
                                "scopes",
                                List.of(
                                        "records:read",
                                        "records:write",
                                        "meta:read",
                                        "meta:write",
                                        "imports",
                                        "admin")))
                .expect(201)
                .text("token");
        onOne = one.api().token(token);
        onOther = other.api().token(token);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (other != null) {
            other.close();
        }
        if (one != null) {
            one.close();
        }
        postgres.close();
    }

    private Api node(int number) {
        return number % 2 == 0 ? one.api().token(token) : other.api().token(token);
    }

    @Test
    void whatARoleLosesHereIsLostThereWithTheNextRequest() {
        Map<String, Object> sees =
                Map.of("name", "drill", "label", "演练", "objects", Map.of("lead", Map.of("read", "all")));
        onOne.post("/roles", sees).expect(201);
        String person = onOne.post("/records/user", Map.of("name", "王芳", "login", "wang", "roles", List.of("drill")))
                .expect(201)
                .text("id");
        one.admin()
                .post("/users/" + person + "/password", Map.of("password", RunningHemai.PASSWORD))
                .expect(204);
        Api wang = other.api().signIn("main", "wang", RunningHemai.PASSWORD);

        for (int round = 0; round < 3; round++) {
            onOne.put("/roles/drill", sees).expect(200);
            wang.get("/records/lead").expect(200);
            onOne.put(
                            "/roles/drill",
                            Map.of("name", "drill", "label", "演练", "objects", Map.of("lead", Map.of("read", "none"))))
                    .expect(200);
            wang.get("/records/lead").expect(404);
        }
    }

    @Test
    void aFieldMadeHereIsThereAtOnce() {
        onOne.post(
                        "/meta/objects/lead/fields",
                        Map.of("name", "budget", "type", "integer", "label", Map.of("zh-CN", "预算")))
                .expect(201);

        String lead = onOther.post("/records/lead", Map.of("name", "李强", "c_budget", 7))
                .expect(201)
                .text("id");

        assertThat(onOne.get("/records/lead/" + lead).at("c_budget").asInt()).isEqualTo(7);
    }

    @Test
    void aWriteHereIsHeardThere() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (BufferedReader lines = listen(client)) {
            await(lines, "id:", "");
            String lead = onOne.post("/records/lead", Map.of("name", "赵敏"))
                    .expect(201)
                    .text("id");
            await(lines, "data:", lead);
        } finally {
            client.shutdownNow();
        }
    }

    private BufferedReader listen(HttpClient client) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> response = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + other.port() + "/api/v1/events"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static void await(BufferedReader lines, String beginning, String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning) && line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("the stream ended");
    }

    @Test
    void aJobIsDoneByOneOfThem() {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            jobs.add(upload(node(i), "job" + i));
        }
        for (int i = 0; i < jobs.size(); i++) {
            Answer done = awaited(node(i + 1), "/imports/" + jobs.get(i));
            assertThat(done.text("status")).isEqualTo("done");
            assertThat(done.at("created").asInt()).isEqualTo(ROWS);
            assertThat(count("company", "job" + i)).isEqualTo(ROWS);
        }
    }

    private static String upload(Api api, String company) {
        List<String> lines = new ArrayList<>(List.of(
                "--x",
                "Content-Disposition: form-data; name=\"object\"",
                "",
                "lead",
                "--x",
                "Content-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"",
                "",
                "name,company"));
        for (int i = 0; i < ROWS; i++) {
            lines.add("导入" + i + "," + company);
        }
        lines.add("--x--");
        lines.add("");
        return api.header("Content-Type", "multipart/form-data; boundary=x")
                .post("/imports", String.join("\r\n", lines))
                .expect(202)
                .text("id");
    }

    private static Answer awaited(Api api, String path) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Answer answer = api.get(path).expect(200);
        while (List.of("queued", "running").contains(answer.text("status"))
                && Instant.now().isBefore(deadline)) {
            answer = api.get(path).expect(200);
        }
        return answer;
    }

    private long count(String field, String value) {
        return onOne.post(
                        "/records/lead/query",
                        Map.of(
                                "filter",
                                Map.of("field", field, "op", "eq", "value", value),
                                "count",
                                "exact",
                                "limit",
                                1))
                .expect(200)
                .at("/count/value")
                .asLong();
    }

    @Test
    void aRequestRepeatedThereIsNotDoneAgain() throws InterruptedException {
        List<Answer> answers = AtOnce.run(
                5, i -> node(i).header("Idempotency-Key", "drill").post("/records/lead", Map.of("name", "一次")));

        List<String> made = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.text("id"))
                .distinct()
                .toList();
        assertThat(made).hasSize(1);
        answers.stream().filter(a -> a.status() != 201).forEach(a -> a.refused(409, "idempotency.still_running"));
        assertThat(node(0).header("Idempotency-Key", "drill")
                        .post("/records/lead", Map.of("name", "一次"))
                        .text("id"))
                .isEqualTo(made.getFirst());
        assertThat(node(1).header("Idempotency-Key", "drill")
                        .post("/records/lead", Map.of("name", "一次"))
                        .text("id"))
                .isEqualTo(made.getFirst());
        assertThat(count("name", "一次")).isEqualTo(1);
    }

    @Test
    void ofClaimersOnBothOneHasIt() throws InterruptedException {
        String lead =
                onOne.post("/records/lead", Map.of("name", "公海客户")).expect(201).text("id");
        onOne.post("/records/lead/" + lead + "/release", Map.of()).expect(200);

        List<Answer> answers = AtOnce.run(16, i -> node(i).post("/records/lead/" + lead + "/claim", Map.of()));

        assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
        answers.stream().filter(a -> a.status() != 200).forEach(a -> a.refused(409, "lead.not_in_pool"));
    }
}
