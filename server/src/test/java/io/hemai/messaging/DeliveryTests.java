package io.hemai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import io.hemai.messaging.store.MailState;
import io.hemai.messaging.store.MailStore;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** How mails come to the mail server, and what is done when it does not take them. The application's own postman rests meanwhile. */
@HemaiTest
class DeliveryTests {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    TestTenants tenants;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    MailStore mails;

    @Autowired
    Tenants all;

    @Autowired
    ObjectProvider<Correspondence> correspondence;

    @Autowired
    TenantTransactions transactions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestClock clock;

    private TestTenant tenant;

    @BeforeEach
    void begin() {
        postman.stop();
        tenant = tenants.fresh();
    }

    @AfterEach
    void end() {
        postman.start();
    }

    /** A node that sends to the port. */
    private Delivery node(int port, int perHour, Duration deadline) {
        MailSettings settings = new MailSettings(
                "127.0.0.1", port, null, null, MailSettings.Security.NONE, TestMail.SENDER, perHour, true);
        return new Delivery(
                new MailServer(settings, deadline), settings, mails, correspondence, all, transactions, meters, clock);
    }

    private Delivery node(int port, int perHour) {
        return node(port, perHour, SOON);
    }

    private Delivery node(int port) {
        return node(port, 1_000);
    }

    private String address(String name) {
        return name + "@" + tenant.name().replace('_', '-') + ".example";
    }

    private Letter letter(String to) {
        return new Letter(to, Locale.SIMPLIFIED_CHINESE, "您好", new LetterBody().words("报价"));
    }

    private void put(Letter... letters) {
        tenant.run(() -> transactions.write(() -> outbox.put(List.of(letters))));
    }

    private void deliver(Delivery node) {
        tenant.run(() -> {
            boolean more = true;
            while (more) {
                more = node.deliverNext();
            }
        });
    }

    private List<StoredMail> stored() {
        return tenant.call(() -> transactions.read(() -> mails.list(null, null, 200)));
    }

    private List<String> states() {
        return stored().stream().map(StoredMail::state).distinct().toList();
    }

    private static List<String> ids(List<MimeMessage> messages) throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : messages) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aServerThatIsAwayForAnHourLosesNothing() throws Exception {
        int port = closedPort();
        // on a machine that is busy, the server may take its time when it is back
        Delivery node = node(port, 1_000, MailServer.DEADLINE);
        IntStream.range(0, 20).forEach(i -> put(letter(address("p" + i))));
        for (int minute = 0; minute < 60; minute += 5) {
            deliver(node);
            deliver(node);
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(states()).containsExactly("waiting");
        // one at a time finds out that it is still away
        assertThat(stored().stream().mapToInt(StoredMail::tries).sum()).isBetween(5, 13);

        GreenMail back = TestMail.start(port);
        try {
            clock.advance(Delivery.WINDOW);
            deliver(node);
            assertThat(back.getReceivedMessages()).hasSize(20);
            assertThat(ids(List.of(back.getReceivedMessages()))).doesNotHaveDuplicates();
            assertThat(states()).containsExactly("sent");
        } finally {
            back.stop();
        }
    }

    @Test
    void aServerThatHangsIsLeftInTime() throws Exception {
        put(letter(address("li")));
        try (FakeServer silent = new FakeServer((said, out) -> Thread.sleep(60_000));
                FakeServer drips = new FakeServer((said, out) -> {
                    while (true) {
                        out.write('2');
                        out.flush();
                        Thread.sleep(50);
                    }
                })) {
            for (int port : List.of(silent.port(), drips.port())) {
                long begun = System.nanoTime();
                deliver(node(port));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON.multipliedBy(5));
                assertThat(states()).containsExactly("waiting");
                assertThat(stored().getFirst().answer()).contains("no end");
                clock.advance(Duration.ofMinutes(10));
            }
        }
        deliver(node(TestMail.port()));
        assertThat(TestMail.to(address("li"))).hasSize(1);
    }

    @Test
    void nonsenseIsNoAnswer() throws Exception {
        put(letter(address("li")));
        try (FakeServer web = new FakeServer((said, out) -> FakeServer.say(out, "HTTP/1.1 400 Bad Request"));
                FakeServer torn = FakeServer.answering(line -> line.equals("DATA") ? null : FakeServer.usual(line));
                FakeServer mad = FakeServer.answering(line -> line.equals(".") ? "so?" : FakeServer.usual(line))) {
            for (int port : List.of(web.port(), torn.port(), mad.port())) {
                deliver(node(port));
                assertThat(states()).containsExactly("waiting");
                clock.advance(Duration.ofHours(1));
            }
        }
        assertThat(stored().getFirst().tries()).isEqualTo(3);
    }

    @Test
    void oneRefusedAddressKeepsNoOtherMailWaiting() throws Exception {
        put(letter(address("gone")), letter(address("full")), letter(address("li")));
        try (FakeServer server = FakeServer.answering(line -> line.startsWith("RCPT TO:<gone")
                ? "550 5.1.1 no such user"
                : line.startsWith("RCPT TO:<full") ? "452 4.2.2 mailbox full" : FakeServer.usual(line))) {
            deliver(node(server.port()));

            assertThat(stored())
                    .extracting(StoredMail::to, StoredMail::state, StoredMail::tries)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(address("gone"), "failed", 1),
                            org.assertj.core.groups.Tuple.tuple(address("full"), "waiting", 1),
                            org.assertj.core.groups.Tuple.tuple(address("li"), "sent", 1));
            clock.advance(Duration.ofHours(1));
            deliver(node(server.port()));
            assertThat(stored()).extracting(StoredMail::tries).containsExactlyInAnyOrder(1, 2, 1);
        }
        var failed = tenant.admin().get("/admin/mails?state=failed").expect(200).at("/items");
        assertThat(failed).hasSize(1);
        assertThat(failed.at("/0/answer").asString()).contains("550").contains("no such user");

        String again = "/admin/mails/" + failed.at("/0/id").asString() + "/send_again";
        tenant.as("li", "sales").post(again, java.util.Map.of()).expect(403);
        tenant.admin().post(again, java.util.Map.of()).expect(200);
        tenant.admin().post(again, java.util.Map.of()).expect(409);
        deliver(node(TestMail.port()));
        assertThat(TestMail.to(address("gone"))).hasSize(1);
    }

    @Test
    void aRefusedSenderIsNoFaultOfTheMail() throws Exception {
        put(letter(address("li")));
        try (FakeServer server = FakeServer.answering(
                line -> line.startsWith("MAIL") ? "553 5.7.1 sender not owned" : FakeServer.usual(line))) {
            deliver(node(server.port()));
        }
        assertThat(states()).containsExactly("waiting");
    }

    @Test
    void whatTheServerTookIsNotSentAgainWhenItLeavesWithoutAWord() throws Exception {
        put(letter(address("li")));
        try (FakeServer server = FakeServer.answering(line -> line.equals("QUIT") ? null : FakeServer.usual(line))) {
            deliver(node(server.port()));
        }
        assertThat(states()).containsExactly("sent");
        assertThat(stored().getFirst().text()).isEmpty();
    }

    @Test
    void aNodeThatDiesBeforeItNotesHasTheSameMailSentAgain() throws Exception {
        put(letter(address("li")));
        Delivery dying = node(TestMail.port());
        Delivery other = node(TestMail.port());
        tenant.run(() -> {
            StoredMail claimed = dying.claim().orElseThrow();
            assertThat(serverAt(TestMail.port()).hand(claimed, List.of())).isInstanceOf(Handed.Taken.class);
            // killed here
            assertThat(other.deliverNext()).isFalse();
            clock.advance(Delivery.CLAIM.plusSeconds(1));
            assertThat(other.deliverNext()).isTrue();
            // it lived after all, and is too late
            dying.note(claimed, new Handed.Refused("late"));
        });
        assertThat(states()).containsExactly("sent");
        List<String> received = ids(TestMail.to(address("li")));
        assertThat(received).hasSize(2);
        assertThat(received).containsOnly(received.getFirst());
    }

    private static MailServer serverAt(int port) {
        return new MailServer(
                new MailSettings(
                        "127.0.0.1", port, null, null, MailSettings.Security.NONE, TestMail.SENDER, 1_000, true),
                Duration.ofSeconds(10));
    }

    @Test
    void twoNodesSendEachMailOnce() throws Exception {
        put(IntStream.range(0, 40).mapToObj(i -> letter(address("li"))).toArray(Letter[]::new));
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> deliver(node(TestMail.port()))))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(states()).containsExactly("sent");
        assertThat(ids(TestMail.to(address("li")))).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void whatFailedForThreeDaysIsGivenUpAndCanBeSentAgain() throws Exception {
        put(letter(address("li")));
        Delivery node = node(closedPort());
        for (Instant end = clock.instant().plus(Delivery.PATIENCE);
                clock.instant().isBefore(end); ) {
            deliver(node);
            assertThat(states()).containsExactly("waiting");
            clock.advance(Duration.ofHours(6));
        }
        clock.advance(Duration.ofHours(1));
        deliver(node);
        assertThat(states()).containsExactly("failed");
        tenant.run(() -> assertThat(node.nextDue()).isEmpty());

        tenant.admin()
                .post("/admin/mails/" + stored().getFirst().id() + "/send_again", java.util.Map.of())
                .expect(200);
        deliver(node(TestMail.port()));
        assertThat(TestMail.to(address("li"))).hasSize(1);
    }

    @Test
    void aTenantSendsNoMoreThanTheCapInAnHour() {
        put(IntStream.range(0, 5).mapToObj(i -> letter(address("li"))).toArray(Letter[]::new));
        Delivery node = node(TestMail.port(), 3);
        deliver(node);
        assertThat(TestMail.to(address("li"))).hasSize(3);
        Instant next = tenant.call(() -> node.nextDue().orElseThrow());
        assertThat(Duration.between(clock.instant(), next)).isBetween(Duration.ofMinutes(59), Delivery.WINDOW);

        clock.advance(Delivery.WINDOW);
        deliver(node);
        assertThat(TestMail.to(address("li"))).hasSize(5);
    }

    @Test
    void whatIsRolledBackLeavesNothing() {
        assertThatThrownBy(() -> tenant.run(() -> transactions.write(() -> {
                    outbox.put(List.of(letter(address("li"))));
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aKeyIsPutInOnce() {
        Letter once = new Letter(address("li"), Locale.ENGLISH, "x", new LetterBody().words("y"), null, "step 1");
        put(once, once);
        put(once);
        put(letter(address("li")), letter(address("li")));
        assertThat(stored()).hasSize(3);
    }

    @Autowired
    ForgetMails forgetting;

    @Test
    void oldMailsAreForgottenButForThoseThatWait() throws Exception {
        put(letter(address("li")));
        deliver(node(TestMail.port()));
        put(letter(address("wang")));
        tenant.run(forgetting::forget);
        assertThat(stored()).hasSize(2);

        clock.advance(ForgetMails.KEPT.plusHours(1));
        tenant.run(forgetting::forget);
        assertThat(stored()).extracting(StoredMail::state).containsExactly(MailState.WAITING.code());
    }
}
