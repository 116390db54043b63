package io.hemai.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which answers go out compressed. Streams of events do not: {@code EventsTests}. */
@HemaiTest
class CompressionTests {
    @Autowired
    TestTenants tenants;

    @Test
    void listsGoOutCompressedToWhoTakesThat() throws IOException {
        Api admin = tenants.fresh().admin();
        String whole = admin.get("/meta/objects/lead").expect(200).raw();

        byte[] small = admin.header("Accept-Encoding", "gzip, br").download("/meta/objects/lead");

        assertThat(small.length).isLessThan(whole.length() / 3);
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(whole);
        Answer answer = admin.get("/meta/objects/lead");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).isEqualToIgnoringCase("accept-encoding");
    }

    @Test
    void versionsOfRecordsStayWhatTheyAre() {
        Api admin = tenants.fresh().admin().header("Accept-Encoding", "gzip");
        String id = admin.without("Accept-Encoding")
                .post("/records/lead", Map.of("name", "王芳", "company", "华信科技", "source", "website"))
                .expect(201)
                .text("id");

        Answer one = admin.header("Accept-Encoding", "gzip").get("/records/lead/" + id);

        assertThat(one.header("ETag")).isEqualTo("\"1\"");
    }

    /** An answer with a secret must not shrink by what else is in it. */
    @Test
    void answersWithTheMarkOfASessionAreNeverCompressed() {
        Answer session = tenants.fresh()
                .admin()
                .header("Accept-Encoding", "gzip, deflate, br")
                .get("/session");

        assertThat(session.expect(200).raw()).contains("\"csrf\":");
        assertThat(session.header("Content-Encoding")).isEqualTo("identity");
        assertThat(session.header("Cache-Control")).contains("no-store", "no-transform");
    }
}
