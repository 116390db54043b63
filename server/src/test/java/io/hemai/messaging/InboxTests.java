package io.hemai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.StartRefused;
import io.hemai.kernel.TenantId;
import io.hemai.testing.HemaiTest;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the inbox is read, and what is done with what nobody waits for. */
@HemaiTest
class InboxTests {
    private static final String ADDRESS = "crm@inbox.example";

    @Autowired
    Arrivals arrivals;

    @Autowired
    Clock clock;

    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void aServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static InboxSettings settings(int port, String password) {
        return new InboxSettings("127.0.0.1", port, ADDRESS, password, MailSettings.Security.NONE, null);
    }

    private Inbox inbox() {
        return new Inbox(settings(server.getImap().getPort(), "secret"), arrivals, clock);
    }

    private void arrives(String message) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<StoredMessage> messages() throws FolderException {
        MailFolder folder = server.getManagers().getImapHostManager().getInbox(user);
        return folder.getMessages();
    }

    @Test
    void whatNobodyWaitsForIsFlaggedForPeople() throws Exception {
        arrives("From: a@example.com\nTo: crm@inbox.example\nSubject: hello\n\nhello");
        arrives("Content-Type: multipart/report; report-type=delivery-status\n\nno parts");
        arrives("Subject: bare\nIn-Reply-To: <" + RecordId.next() + ".no_such_tenant@x.example>\n\nhello");
        Inbox inbox = inbox();
        for (int look = 0; look <= Inbox.MOST_TRIES; look++) {
            inbox.look();
        }
        assertThat(messages()).hasSize(3).allSatisfy(message -> {
            assertThat(message.isSet(Flags.Flag.SEEN)).isTrue();
            assertThat(message.isSet(Flags.Flag.FLAGGED)).isTrue();
        });
    }

    @Test
    void aServerThatIsAwayIsAskedAgain() throws Exception {
        arrives("Subject: hello\n\nhello");
        new Inbox(settings(server.getImap().getPort(), "wrong"), arrivals, clock).look();
        new Inbox(settings(1, "secret"), arrivals, clock).look();
        assertThat(messages()).noneMatch(message -> message.isSet(Flags.Flag.SEEN));
        inbox().look();
        assertThat(messages()).allMatch(message -> message.isSet(Flags.Flag.SEEN));
    }

    @Test
    void tagsAreReadHoweverTheyAreWritten() {
        MailId mail = new MailId(new TenantId("main"), RecordId.next());
        String address = mail.address(ADDRESS).orElseThrow();
        assertThat(address).startsWith("crm+main.").endsWith("@inbox.example");
        assertThat(MailId.of(address, ADDRESS)).contains(mail);
        assertThat(MailId.of(address.toUpperCase(java.util.Locale.ROOT), ADDRESS))
                .contains(mail);
        assertThat(MailId.of(ADDRESS, ADDRESS)).isEmpty();
        assertThat(MailId.of("crm+@inbox.example", ADDRESS)).isEmpty();
        assertThat(MailId.of("crm+main.zz@inbox.example", ADDRESS)).isEmpty();
        assertThat(MailId.within("re " + mail.messageId("crm@x.example"))).contains(mail);
        // no name before the @ has more than 64 letters
        assertThat(new MailId(new TenantId("t" + "x".repeat(40)), RecordId.next()).address(ADDRESS))
                .isEmpty();
    }

    @Test
    void aPasswordIsNotSentInTheClear() {
        InboxSettings open = new InboxSettings("192.0.2.1", 143, ADDRESS, "secret", MailSettings.Security.NONE, null);
        assertThatThrownBy(() -> new Inbox(open, arrivals, clock)).isInstanceOf(StartRefused.class);
        assertThat(open.toString()).doesNotContain("secret");
    }
}
