package io.hemai.testing;

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

    /** A server on a free port, or the given one. */
    public static GreenMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static final class Running {
        static final GreenMail SERVER = start(0);
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
                            "hemai.mail.from=" + SENDER)
                    .applyTo(context);
        }
    }
}
