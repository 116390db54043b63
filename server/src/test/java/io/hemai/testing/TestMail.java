package io.hemai.testing;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one mail server of a test run, a real one on this machine; whoever looks for mails looks for those to an address of its own. */
public final class TestMail {
    /** Who sends, as the application is told. */
    public static final String SENDER = "合脉 <crm@hemai.example>";

    /** To which answers go, as the application is told. */
    public static final String INBOX = "crm@hemai.example";

    private static final String PASSWORD = "inbox";

    private TestMail() {}

    /** Its port; starts it on first use. */
    public static int port() {
        return Running.SERVER.getSmtp().getPort();
    }

    /** The mails that the address got, in the order in which they came. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(Running.SERVER.getReceivedMessages())
                .filter(message -> recipients(message).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Brings a message to the inbox, as another mail server would. */
    public static void arrives(MimeMessage message) {
        Running.CRM.deliver(message);
    }

    /** The inbox. */
    public static GreenMailUser inbox() {
        return Running.CRM;
    }

    static int imapPort() {
        return Running.SERVER.getImap().getPort();
    }

    /** A server on a free port, or the given one. */
    public static GreenMail start(int port) {
        return started(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static GreenMail started(ServerSetup... setups) {
        GreenMail server = new GreenMail(setups);
        server.start();
        return server;
    }

    private static final class Running {
        static final GreenMail SERVER = started(
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        static final GreenMailUser CRM = SERVER.setUser(INBOX, INBOX, PASSWORD);
    }

    /** Tells the application of it. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "hemai.base-url=http://hemai.example",
                            "hemai.mail.host=127.0.0.1",
                            "hemai.mail.port=" + port(),
                            "hemai.mail.security=none",
                            "hemai.mail.from=" + SENDER,
                            "hemai.mail.inbox.host=127.0.0.1",
                            "hemai.mail.inbox.port=" + imapPort(),
                            "hemai.mail.inbox.security=none",
                            "hemai.mail.inbox.user=" + INBOX,
                            "hemai.mail.inbox.password=" + PASSWORD,
                            // a test waits for it
                            "hemai.mail.inbox.every=PT1S")
                    .applyTo(context);
        }
    }
}
