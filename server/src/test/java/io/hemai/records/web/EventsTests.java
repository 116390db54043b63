package io.hemai.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@HemaiTest
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    Environment environment;

    private TestTenant tenant;
    private Api admin;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        admin = tenant.admin();
    }

    private Answer token() {
        return token(admin);
    }

    private static Answer token(Api person) {
        return person.post("/tokens", Map.of("name", "listener", "scopes", List.of("records:read")))
                .expect(201);
    }

    /** An open stream of events. */
    private record Stream(HttpClient client, BufferedReader lines) implements AutoCloseable {
        /** Reads to the line that begins so; fails when the stream ends first. */
        String await(String beginning) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length()).strip();
                }
            }
            throw new AssertionError("the stream ended before " + beginning);
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private Stream listen(Answer token, @Nullable String last) throws IOException, InterruptedException {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token.text("token"))
                .header("Accept-Encoding", "gzip");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<java.io.InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        return new Stream(client, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private String sample(Api by) {
        return by.post("/records/sample", Map.of("name", "看见")).expect(201).text("id");
    }

    @Test
    void aChangeIsHeardAndNoneOfAnotherCompany() throws Exception {
        try (Stream stream = listen(token(), null)) {
            stream.await("id:");
            String foreign = sample(tenants.fresh().admin());
            String own = sample(admin);
            assertThat(stream.await("data:"))
                    .isEqualTo("{\"object\":\"sample\",\"id\":\"" + own + "\",\"version\":1,\"act\":\"created\"}")
                    .doesNotContain(foreign);
        }
    }

    @Test
    void whoSeesLittleHearsOfNothingElse() throws Exception {
        admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "owner_only",
                                "label",
                                "own",
                                "objects",
                                Map.of("sample", Map.of("read", "own"))))
                .expect(201);
        Api restricted = tenant.as("restricted", "owner_only");
        try (Stream stream = listen(token(restricted), null)) {
            stream.await("id:");
            String foreign = sample(admin);
            String own = admin.post(
                            "/records/sample",
                            Map.of(
                                    "name",
                                    "自己的",
                                    "owner",
                                    tenant.person("restricted").toString()))
                    .expect(201)
                    .text("id");
            assertThat(stream.await("data:")).contains(own).doesNotContain(foreign);
        }
    }

    @Test
    void whoWasAwayHearsWhatWasMissed() throws Exception {
        Answer token = token();
        String last;
        try (Stream stream = listen(token, null)) {
            stream.await("id:");
            sample(admin);
            stream.await("event: change");
            last = stream.await("id:");
        }
        String missed = sample(admin);
        try (Stream stream = listen(token, last)) {
            assertThat(stream.await("data:")).contains(missed);
        }
    }

    @Test
    void theStreamEndsWithTheToken() throws Exception {
        Answer token = token();
        try (Stream stream = listen(token, null)) {
            stream.await("id:");
            admin.delete("/tokens/" + token.text("id")).expect(204);
            sample(admin);
            assertThat(stream.lines().lines().filter(l -> l.startsWith("data:")).count())
                    .isZero();
        }
    }

    @Test
    void theOldestOfAPersonGivesWayToTheNewest() throws Exception {
        Answer token = token(tenant.as("many_pages", "viewer"));
        Deque<Stream> open = new ArrayDeque<>();
        try {
            for (int i = 0; i < 6; i++) {
                open.add(listen(token, null));
                open.getLast().await("id:");
            }
            open.add(listen(token, null));
            open.getFirst().await("event: replaced");
            assertThat(open.getFirst().lines().lines().filter(l -> l.startsWith("id:")))
                    .isEmpty();

            open.getLast().await("id:");
            String seen = sample(admin);
            assertThat(open.getLast().await("data:")).contains(seen);
        } finally {
            open.forEach(Stream::close);
        }
    }
}
