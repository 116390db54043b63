package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the web application is served; what stands for it here is {@code src/test/resources/app}. */
@HemaiTest
class AppTests {
    private static final String SCRIPT = "//assets/app-Ab12Cd34.js";

    @Autowired
    TestTenants tenants;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "//index.html",
                "//lead",
                "//lead/01a2094f-cf03-773a-8b84-d84cc3d6ded0?tab=history",
                "//settings/objects/v1.2/fields",
                "//apiary"
            })
    void everyAddressOfTheApplicationAnswersThePage(String address) {
        Answer page = api().get(address).expect(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("ETag")).isEmpty();
        assertThat(page.header("Last-Modified")).isEmpty();
        assertThat(page.raw()).contains("<title>Served</title>").doesNotContain("%NONCE%");
    }

    @Test
    void eachAnswerHasANonceOfItsOwnInPageAndPolicy() {
        Answer one = api().get("//").expect(200);
        Answer other = api().get("//").expect(200);

        assertThat(nonce(one)).hasSize(22).isNotEqualTo(nonce(other));
        assertThat(one.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce(one) + "';"
                        + " style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self';"
                        + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        assertThat(one.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(one.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(one.header("X-Frame-Options")).isEqualTo("DENY");
    }

    private static String nonce(Answer page) {
        return page.raw().replaceAll("(?s).*name=\"csp-nonce\" content=\"([^\"]*)\".*", "$1");
    }

    @Test
    void thePageIsTheSameForWhoeverAsks() {
        Api signedIn = tenants.fresh().admin();

        assertThat(signedIn.get("//").expect(200).headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(api().cookie("hemai_session", "of-long-ago")
                        .get("//lead")
                        .expect(200)
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
        api().header("Authorization", "Bearer hm_wrong").get(SCRIPT).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"br, br", "'gzip, deflate, br, zstd', br", "gzip, gzip", "zstd, ''", "'', ''"})
    void assetsAreKeptForGoodAndSmallForWhoTakesThem(String accepted, String encoding) {
        Answer script = (accepted.isEmpty() ? api() : api().header("Accept-Encoding", accepted))
                .get(SCRIPT)
                .expect(200);

        assertThat(script.header("Content-Encoding")).isEqualTo(encoding);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(script.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(script.header("Last-Modified")).isEmpty();
    }

    @Test
    void smallerAssetsAreTheSame() throws IOException {
        byte[] small = api().header("Accept-Encoding", "gzip").download(SCRIPT);
        byte[] whole = api().download(SCRIPT);

        assertThat(small).hasSizeLessThan(whole.length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes())
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "//favicon.svg, image/svg+xml, 'max-age=3600, public'",
        "//site.webmanifest, application/manifest+json, 'max-age=3600, public'",
        "//assets/inter-Ef56.woff2, font/woff2, 'max-age=31536000, public, immutable'"
    })
    void otherFilesHaveTheirTypes(String address, String type, String kept) {
        Answer file = api().header("Accept-Encoding", "br").get(address).expect(200);

        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Cache-Control")).isEqualTo(kept);
        assertThat(file.header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//assets/app-gone.js",
                "//assets/gone",
                "//assets/",
                "//assets",
                "//gone.js",
                "//lead/gone.png",
                "//application.yaml",
                "//api",
                "//api/v1",
                "//api/v2/public/x",
                "//actuator/gone"
            })
    void whatIsNotThereIsNeverThePage(String address) {
        Answer answer = address.startsWith("//a") ? tenants.fresh().admin().get(address) : api().get(address);

        assertThat(answer.status()).as(answer.raw()).isIn(404, 401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void nothingLiesOutsideOfTheFiles() throws IOException {
        for (String path : new String[] {
            "/assets/../../application.yaml",
            "/assets/..%2f..%2fapplication.yaml",
            "/assets/%2e%2e/%2e%2e/application.yaml",
            "/assets/..;/application.yaml",
            "/assets/..\\..\\application.yaml",
            "/assets/%5c..%5capplication.yaml",
            "/assets//../application.yaml",
            "/../application.yaml",
            "/assets/classpath:application.yaml",
            "/file:%2fetc%2fpasswd.x"
        }) {
            assertThat(raw("GET " + path))
                    .as(path)
                    .matches("(?s)HTTP/1.1 40[04] .*")
                    .doesNotContain("spring:");
        }
    }

    @Test
    void headAnswersWhatGetWouldWithoutTheBody() throws IOException {
        String page = raw("HEAD /lead");
        String script = raw("HEAD /assets/app-Ab12Cd34.js");

        assertThat(page)
                .startsWith("HTTP/1.1 200 ")
                .contains("'nonce-", "Content-Length: ")
                .endsWith("\r\n\r\n");
        assertThat(script).startsWith("HTTP/1.1 200 ").contains("immutable").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothingIsWrittenToAPage(String method) {
        Answer answer = api().send(method, "//lead", "{}").refused(405, "request.method_not_allowed");

        assertThat(answer.header("Allow")).contains("GET", "HEAD");
        assertThat(tenants.fresh().admin().send(method, "//lead", "{}").status())
                .isEqualTo(405);
        api().send(method, SCRIPT, "{}").expect(405);
    }

    /** Sends the address as it stands, which no client does. */
    private String raw(String line) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Api api() {
        return tenants.api();
    }
}
