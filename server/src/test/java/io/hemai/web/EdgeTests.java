package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What bad requests get: a problem that says what is wrong, never a stack trace, never a 500. */
@HemaiTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeTests {
    private static final String PROBE = "/public/probe";

    @Autowired
    TestTenants tenants;

    @LocalServerPort
    int port;

    @Test
    void unexpectedFailureShowsOnlyTheIdUnderWhichTheLogHasIt(CapturedOutput log) {
        Answer answer = api().speaking("en").get(PROBE + "/unexpected").refused(500, "internal");

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.raw()).doesNotContain("secret", "IllegalState", "password");
        assertThat(answer.text("request_id")).isNotEmpty().isEqualTo(answer.header("X-Request-Id"));
        assertThat(log.getOut()).contains(answer.text("request_id"), "secret: select password");
    }

    @Test
    void requestIdOfTheCallerIsKeptWhenHarmless() {
        assertThat(api().header("X-Request-Id", "erp-4711").get("/session").text("request_id"))
                .isEqualTo("erp-4711");
        assertThat(api().header("X-Request-Id", "a b<script>").get("/session").header("X-Request-Id"))
                .doesNotContain("script");
    }

    @Test
    void speaksTheCallersLanguage() {
        assertThat(api().speaking("en-GB,en;q=0.9").get("/session").text("detail"))
                .startsWith("Sign in first.");
        assertThat(api().speaking("zh-TW").get("/session").text("detail")).startsWith("请先登录。");
        assertThat(api().speaking("fr").get("/session").text("title")).isEqualTo("需要登录");
        assertThat(api().get("/session").header("Content-Language")).isEqualTo("zh-CN");
    }

    @Test
    void severalProblemsComeTogetherWithTheMostBasicLeading() {
        Answer answer = api().speaking("en").get(PROBE + "/several").refused(400, "request.missing");

        assertThat(answer.text("detail")).isEqualTo("There are 2 problems; each is listed.");
        assertThat(answer.at("/errors").findValuesAsString("field")).containsExactly("name", "count");
        assertThat(answer.text("/errors/0/message")).isEqualTo("“Name” is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "40001, 409, request.retry",
        "40P01, 409, request.retry",
        "55P03, 409, request.retry",
        "57014, 503, request.too_slow",
        "57P01, 503, database.unavailable",
        "53300, 503, database.unavailable",
        "53100, 503, database.full",
        "XX000, 500, internal"
    })
    void whatTheDatabaseCannotDoIsSaid(String state, int status, String code) {
        Answer answer = api().get(PROBE + "/sqlstate/" + state).refused(status, code);

        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status == 500);
    }

    @Test
    void aBodyThatIsSentAsAFormIsNeitherReadNorRepeated() {
        String credentials = "{\"login\":\"admin\",\"password\":\"Tree-House-42\"}";
        Answer answer = api().speaking("en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post("/session", credentials)
                .refused(415, "request.unsupported_media");
        assertThat(answer.text("detail")).contains("Content-Type: application/json");
        assertThat(answer.raw()).doesNotContain("Tree-House");

        Answer unknown =
                api().post("/session", "{\"" + "x".repeat(61) + "\":1}").expect(400);
        assertThat(unknown.raw()).doesNotContain("xxx");
        assertThat(api().get(PROBE + "/unexpected?" + "y".repeat(61) + "=1")
                        .expect(400)
                        .raw())
                .doesNotContain("yyy");
    }

    @Test
    void lineAndColumnOfBrokenJsonAreSaid() {
        for (String route : new String[] {"/record", "/json"}) {
            Answer answer = api().speaking("en")
                    .post(PROBE + route, "{\"name\": \"a\",\n  \"count\": }")
                    .refused(400, "request.malformed_json");
            assertThat(answer.text("detail")).contains("line 2, column 1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nmae\":\"a\"} | request.unknown_property | nmae",
                "{\"inner\":{\"x\":1}} | request.unknown_property | inner.x",
                "{\"count\":\"3\"} | request.wrong_type | count",
                "{\"count\":3.5} | request.wrong_type | count",
                "{\"open\":\"true\"} | request.wrong_type | open",
                "{\"name\":5} | request.wrong_type | name",
                "{\"inner\":[]} | request.wrong_type | inner",
                "[] | request.wrong_type | body",
            })
    void whatDoesNotFitIsNamed(String body, String code, String field) {
        Answer answer = api().post(PROBE + "/record", body).refused(400, code);

        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void membersAreInSnakeCase() {
        Answer answer = api().post(
                        PROBE + "/record",
                        "{\"name\":\"a\",\"count\":1,\"open\":true,\"inner\":{\"close_date\":\"2026-01-01\"}}")
                .expect(200);

        assertThat(answer.text("/inner/close_date")).isEqualTo("2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/record", "/json"})
    void namesSaidTwiceAreRefused(String route) {
        api().post(PROBE + route, "{\"name\":\"a\",\"name\":\"b\"}").refused(400, "request.duplicate_property");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/record", "/json"})
    void bodiesMayNotBeMissingDeepOrOfAnotherKind(String route) {
        api().send("POST", PROBE + route, BodyPublishers.noBody()).refused(400, "request.missing");
        api().post(PROBE + route, "{\"inner\":".repeat(60) + "1" + "}".repeat(60))
                .expect(400);
        api().header("Content-Type", "text/plain").post(PROBE + route, "{}").refused(415, "request.unsupported_media");
        api().header("Content-Type", "garbage").post(PROBE + route, "{}").refused(415, "request.unsupported_media");
    }

    @Test
    void bodiesOverEightMegabytesAreRefusedAnnouncedOrNot() {
        byte[] body = ("{\"name\":" + " ".repeat(10_000_000) + "1}").getBytes(StandardCharsets.UTF_8);

        api().post(PROBE + "/record", body).refused(413, "request.too_large");
        api().post(PROBE + "/record", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .refused(413, "request.too_large");
        api().post(PROBE + "/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .refused(413, "request.too_large");
    }

    @Test
    void unknownParametersAreNamed() {
        Answer answer = api().get(PROBE + "/parameters?limit=5&fitler=x").refused(400, "request.unknown_parameter");
        assertThat(answer.text("/errors/0/field")).isEqualTo("fitler");

        api().get(PROBE + "/declared?page=1&x=2").refused(400, "request.unknown_parameter");
        api().get("/session?x=1").expect(401);
        api().get(PROBE + "/declared?page=1&q=2").expect(200);
    }

    @Test
    void parametersAreChecked() {
        api().get(PROBE + "/declared").refused(400, "request.missing");
        api().get(PROBE + "/declared?page=one").refused(400, "request.invalid_parameter");
        api().get(PROBE + "/parameters?limit=0").refused(400, "request.not_between");
        api().get(PROBE + "/parameters?limit=ten").refused(400, "request.not_between");
        api().get(PROBE + "/parameters?limit=1&limit=2").refused(400, "request.invalid_parameter");
        api().get(PROBE + "/parameters?exact=yes").refused(400, "request.invalid_parameter");

        Answer broken = api().get(PROBE + "/parameters?filter=%7B%22a%22").refused(400, "request.malformed_json");
        assertThat(broken.text("/errors/0/field")).isEqualTo("filter");
        assertThat(api().get(PROBE + "/parameters?fields=a,%20b,&exact=true&filter=%7B%22a%22:1%7D")
                        .expect(200)
                        .raw())
                .contains("[\"a\",\"b\"]", "\"a\":1");
    }

    @Test
    void unknownRoutesAndMethodsAreSaid() {
        api().get("/public/nothing").refused(404, "request.not_found");
        Answer answer = api().speaking("en").delete(PROBE + "/json").refused(405, "request.method_not_allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        api().header("Accept", "image/png").get(PROBE + "/declared?page=1").refused(406, "request.not_acceptable");
        api().get("//nowhere.txt").refused(404, "request.not_found");
        Answer rejected = api().get("/public/a;b/x").refused(400, "request.unreadable");
        assertThat(rejected.header("X-Content-Type-Options")).isEqualTo("nosniff");
        api().get("/public%2f%2fx").refused(400, "request.unreadable");
        api().get("/public/%00").refused(400, "request.unreadable");
    }

    @Test
    void browsersAreToldToBeCareful() {
        Answer answer = api().get("/session");

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(api().header("Origin", "https://evil.example")
                        .get("/session")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void healthIsForAllAndMeasuresAreForThisMachine() {
        Answer health = api().from("203.0.113.1").get("//actuator/health").expect(200);
        assertThat(health.raw()).contains("UP").doesNotContain("components", "details");

        assertThat(api().from("203.0.113.1").get("//actuator").raw()).doesNotContain("prometheus");
        api().from("203.0.113.1").get("//actuator/prometheus").refused(401, "session.required");
        api().get(PROBE + "/declared?page=1").expect(200);
        assertThat(api().header("Accept", "*/*")
                        .get("//actuator/prometheus")
                        .expect(200)
                        .raw())
                .contains(
                        "http_server_requests_seconds_count",
                        "uri=\"/api/v1/public/probe/declared\"",
                        "object=\"none\"");
    }

    @Test
    void requestsAreMeasuredByRouteAndObject() {
        Api admin = tenants.fresh().admin();
        admin.get("/records/card").expect(200);
        admin.get("/records/made_up_name").expect(404);

        String measures = api().header("Accept", "*/*")
                .get("//actuator/prometheus")
                .expect(200)
                .raw();

        assertThat(measures.lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .anySatisfy(line -> assertThat(line)
                        .contains("object=\"card\"", "uri=\"/api/v1/records/{object}\"", "status=\"200\""));
        assertThat(measures).doesNotContain("made_up_name").contains("hemai_tenants_set_aside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x"})
    void whoHangsUpWhileSendingIsNoFailureOfOurs(String type, CapturedOutput log) throws IOException {
        String route = type.startsWith("multipart") ? "/api/v1/files" : "/api/v1/session";
        String head = "POST " + route + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: hung-up\r\nContent-Type: " + type
                + "\r\nContent-Length: 1000\r\n" + identified(type) + "\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((head + "{").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            // the server hangs up when it is done
            socket.getInputStream().readAllBytes();
        }

        assertThat(log.getOut()).doesNotContain("EOFException", "unexpected failure");
    }

    private String identified(String type) {
        return type.startsWith("multipart")
                ? "Authorization: Bearer "
                        + tenants.fresh()
                                .admin()
                                .post("/tokens", "{\"name\":\"up\",\"scopes\":[\"records:write\"]}")
                                .expect(201)
                                .text("token")
                        + "\r\n"
                : "";
    }

    private Api api() {
        return tenants.api();
    }
}
