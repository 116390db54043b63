package io.hemai.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.DueWork;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Messages to other systems: signed, sent until they arrive, and told of. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    List<DueWork> workers;

    private TestTenant company;
    private Api admin;
    private Receiver receiver = new Receiver();
    private int number;

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
    }

    @AfterEach
    void another() {
        receiver.close();
        receiver = new Receiver();
    }

    private String webhook() {
        return webhook(receiver.url());
    }

    private String webhook(String url) {
        return admin.post("/records/webhook", Map.of("name", "hook " + ++number, "url", url))
                .expect(201)
                .text("id");
    }

    private JsonNode sent(String webhook) {
        admin.post("/records/webhook/" + webhook + "/send_test", Map.of()).expect(200);
        return newest(webhook);
    }

    private JsonNode newest(String webhook) {
        return admin.get("/webhooks/" + webhook + "/calls").expect(200).at("/items/0");
    }

    private JsonNode awaitState(String webhook, String state) {
        await().atMost(PATIENCE)
                .until(() -> newest(webhook).path("state").asString().equals(state));
        return newest(webhook);
    }

    private void later(Duration time) {
        clock.advance(time);
        workers.forEach(worker -> worker.wake(new TenantId(company.name())));
    }

    private String secret(String webhook) {
        return admin.get("/webhooks/" + webhook + "/secret").expect(200).text("secret");
    }

    private void verify(String secret, Receiver.Got got) throws WebhookVerificationException {
        Map<String, List<String>> headers = new HashMap<>();
        got.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        // with the receiver's own reading of the standard; the test's clock is its own
        headers.put("webhook-timestamp", List.of(got.headers().get("webhook-timestamp")));
        new Webhook(secret).verify(got.body(), HttpHeaders.of(headers, (name, value) -> true));
    }

    @Test
    void aMessageArrivesSigned() throws WebhookVerificationException {
        String webhook = webhook();
        sent(webhook);
        JsonNode call = awaitState(webhook, "delivered");
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("answer").asString()).isEqualTo("ok");
        Receiver.Got got = receiver.got.getFirst();
        verify(secret(webhook), got);
        assertThat(got.id()).isEqualTo("msg_" + call.path("id").asString());
        assertThat(got.body()).contains("\"type\":\"test\"").contains("\"timestamp\":");
        assertThat(got.headers()).containsEntry("content-type", "application/json; charset=UTF-8");
        assertThat(admin.get("/webhooks/" + webhook + "/calls/"
                                + call.path("id").asString())
                        .text("body"))
                .isEqualTo(got.body());
    }

    @Test
    void forADayBothKeysSign() throws WebhookVerificationException {
        String webhook = webhook();
        String former = secret(webhook);
        admin.post("/records/webhook/" + webhook + "/renew_secret", Map.of()).expect(200);
        String now = secret(webhook);
        assertThat(now).isNotEqualTo(former);
        sent(webhook);
        awaitState(webhook, "delivered");
        verify(former, receiver.got.getFirst());
        verify(now, receiver.got.getFirst());
        assertThat(String.valueOf(receiver.got.getFirst().headers().get("webhook-signature"))
                        .split(" "))
                .hasSize(2);
    }

    @Test
    void aFormerKeyThatStillSignsIsNotReplacedUnlessAtOnce() throws WebhookVerificationException {
        String webhook = webhook();
        admin.post("/records/webhook/" + webhook + "/renew_secret", Map.of()).expect(200);
        admin.post("/records/webhook/" + webhook + "/renew_secret", Map.of()).refused(409, "webhook.key_changing");
        admin.post("/records/webhook/" + webhook + "/renew_secret", Map.of("at_once", true))
                .expect(200);
        sent(webhook);
        awaitState(webhook, "delivered");
        verify(secret(webhook), receiver.got.getFirst());
        assertThat(String.valueOf(receiver.got.getFirst().headers().get("webhook-signature")))
                .doesNotContain(" ");
    }

    @Test
    void oneBlipDoesNotSilenceAReceiverForLong() {
        String webhook = webhook();
        receiver.answers(503);
        for (int i = 0; i < 8; i++) {
            admin.post("/records/webhook/" + webhook + "/send_test", Map.of()).expect(200);
        }
        await().atMost(PATIENCE).until(() -> newest(webhook).path("tries").asInt() > 0);
        receiver.answers(200);
        // the longest rest is five minutes, and a message's first pause ten seconds
        later(Duration.ofMinutes(6));
        await().atMost(PATIENCE)
                .until(() -> admin.get("/webhooks/" + webhook + "/calls?state=delivered")
                                .at("/items")
                                .size()
                        == 8);
    }

    @Test
    void anAnswerThatNobodyCanKeepIsKeptAsFarAsItGoes() {
        String webhook = webhook();
        receiver.answers(got -> new Receiver.Reply(200, "ok\0ok", Map.of()));
        sent(webhook);
        assertThat(awaitState(webhook, "delivered").path("answer").asString()).isEqualTo("ok\uFFFDok");
    }

    @Test
    void allThatFailedIsSentAgainAtOnce() {
        String webhook = webhook();
        receiver.answers(410);
        sent(webhook);
        awaitState(webhook, "failed");
        await().atMost(PATIENCE)
                .until(() ->
                        !admin.get("/records/webhook/" + webhook).at("active").asBoolean());
        receiver.answers(200);
        String version = admin.get("/records/webhook/" + webhook).header("ETag");
        admin.header("If-Match", version)
                .patch("/records/webhook/" + webhook, Map.of("active", true))
                .expect(200);
        admin.without("If-Match");
        assertThat(admin.post("/webhooks/" + webhook + "/calls/send_again", Map.of())
                        .expect(200)
                        .at("/sent")
                        .asInt())
                .isEqualTo(1);
        awaitState(webhook, "delivered");
    }

    @Test
    void whatDoesNotArriveIsTriedAgainWithTheSameId() {
        String webhook = webhook();
        receiver.answers(503);
        sent(webhook);
        await().atMost(PATIENCE).until(() -> newest(webhook).path("status").asInt(0) == 503);
        assertThat(newest(webhook).path("state").asString()).isEqualTo("waiting");
        assertThat(admin.get("/records/webhook/" + webhook).at("failing_since").isNull())
                .isFalse();
        receiver.answers(200);
        later(Duration.ofSeconds(15));
        awaitState(webhook, "delivered");
        assertThat(receiver.got).hasSize(2);
        assertThat(receiver.got.get(0).id()).isEqualTo(receiver.got.get(1).id());
        await().atMost(PATIENCE)
                .until(() -> admin.get("/records/webhook/" + webhook)
                        .at("failing_since")
                        .isNull());
    }

    @Test
    void oneThatHangsKeepsNoOtherWaiting() {
        String webhook = webhook();
        CountDownLatch done = new CountDownLatch(1);
        try (Receiver hanging = new Receiver()) {
            hanging.answers(got -> {
                try {
                    done.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return new Receiver.Reply(200, "", Map.of());
            });
            String stuck = webhook(hanging.url());
            for (int i = 0; i < 12; i++) {
                sent(stuck);
            }
            await().atMost(PATIENCE).until(() -> !hanging.got.isEmpty());
            sent(webhook);
            awaitState(webhook, "delivered");
            assertThat(hanging.got).hasSizeLessThanOrEqualTo(8);
            done.countDown();
            await().atMost(PATIENCE)
                    .until(() -> admin.get("/webhooks/" + stuck + "/calls?state=delivered")
                                    .at("/items")
                                    .size()
                            == 12);
        }
    }

    @Test
    void whoWantsNothingAnyMoreGetsNothingAnyMore() {
        String webhook = webhook();
        receiver.answers(410);
        sent(webhook);
        awaitState(webhook, "failed");
        await().atMost(PATIENCE)
                .until(() ->
                        !admin.get("/records/webhook/" + webhook).at("active").asBoolean());
        admin.post("/records/webhook/" + webhook + "/send_test", Map.of()).refused(409, "webhook.not_active");
    }

    @Test
    void noRedirectIsFollowed() {
        String webhook = webhook();
        try (Receiver elsewhere = new Receiver()) {
            receiver.answers(got -> new Receiver.Reply(307, "", Map.of("Location", elsewhere.url())));
            sent(webhook);
            await().atMost(PATIENCE).until(() -> newest(webhook).path("status").asInt(0) == 307);
            assertThat(elsewhere.got).isEmpty();
        }
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        String webhook = webhook();
        receiver.answers(got -> new Receiver.Reply(200, "x".repeat(1_000_000), Map.of()));
        sent(webhook);
        assertThat(awaitState(webhook, "delivered").path("answer").asString().length())
                .isLessThanOrEqualTo(4096);
    }

    @Test
    void theirOwnPauseIsKept() {
        String webhook = webhook();
        receiver.answers(got -> new Receiver.Reply(429, "", Map.of("Retry-After", "3600")));
        sent(webhook);
        await().atMost(PATIENCE).until(() -> newest(webhook).path("status").asInt(0) == 429);
        Instant due = Instant.parse(newest(webhook).path("due_at").asString());
        assertThat(due).isAfter(clock.instant().plus(Duration.ofMinutes(59)));
    }

    @Test
    void internalAddressesAreNotCalled() {
        for (String url :
                List.of("https://127.0.0.2/x", "https://[::1]/x", "https://10.0.0.1/", "https://2130706434/")) {
            String webhook = webhook(url);
            sent(webhook);
            await().atMost(PATIENCE)
                    .until(() -> newest(webhook).path("tries").asInt() > 0
                            && !newest(webhook).path("answer").isNull());
            assertThat(newest(webhook).path("answer").asString()).as(url).contains("HEMAI_OUTBOUND_ALLOW");
        }
    }

    @Test
    void anAddressMustBeOneThatMessagesMayGoTo() {
        Map<String, String> refused = Map.of(
                "http://example.com/x", "webhook.not_encrypted",
                "http://127.0.0.2/x", "webhook.not_encrypted",
                "https://user:secret@example.com/", "webhook.secret_in_address",
                "https://example.com:99999/", "webhook.no_host",
                "nonsense", "webhook.no_host");
        refused.forEach((url, code) -> admin.post("/records/webhook", Map.of("name", "refused", "url", url))
                .refused(422, code));
    }

    @Test
    void whatFailedCanBeSentAgain() {
        String webhook = webhook();
        receiver.answers(410);
        sent(webhook);
        String call = awaitState(webhook, "failed").path("id").asString();
        receiver.answers(200);
        await().atMost(PATIENCE)
                .until(() ->
                        !admin.get("/records/webhook/" + webhook).at("active").asBoolean());
        String version = admin.get("/records/webhook/" + webhook).header("ETag");
        admin.header("If-Match", version)
                .patch("/records/webhook/" + webhook, Map.of("active", true))
                .expect(200);
        admin.without("If-Match");
        later(Duration.ofSeconds(15));
        admin.post("/webhooks/" + webhook + "/calls/" + call + "/send_again", Map.of())
                .expect(200);
        awaitState(webhook, "delivered");
        assertThat(receiver.got).extracting(Receiver.Got::id).containsOnly("msg_" + call);
    }

    @Test
    void onlyWhoShapesTheCompanySeesThem() {
        String webhook = webhook();
        Api sales = company.as("sales", "sales");
        sales.get("/records/webhook/" + webhook).expect(404);
        sales.get("/webhooks/" + webhook + "/secret").expect(404);
        sales.get("/webhooks/" + webhook + "/calls").expect(404);
        sales.post("/records/webhook/" + webhook + "/send_test", Map.of()).expect(404);
    }
}
