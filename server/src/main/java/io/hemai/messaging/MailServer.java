package io.hemai.messaging;

import io.hemai.identity.IdentityProperties;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.CurrentTenant;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The installation's mail server, by SMTP; each mail over a connection of its own, none for longer than the deadline. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {
    /** No mail is on its way for longer. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private final MailSettings settings;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    MailServer(MailSettings settings, IdentityProperties identity) {
        this(settings, DEADLINE);
        if (settings.isOn()) {
            settings.check(identity.baseUrl());
        }
    }

    MailServer(MailSettings settings, Duration deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    /** Whether there is one. */
    boolean isSetUp() {
        return settings.isOn();
    }

    /** The address that mails come from. */
    String sender() {
        return settings.sender().getAddress();
    }

    /** What receivers will know a mail by, in the sender's domain. */
    String messageId(RecordId mail) {
        return new MailId(CurrentTenant.get().id(), mail).messageId(sender());
    }

    /** Hands the mail over; interrupting the thread that does closes its connection, wherever that hangs. */
    Handed hand(StoredMail mail, List<MailFile> files) {
        Future<Handed> handing = threads.submit(() -> send(mail, files));
        try {
            return handing.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            handing.cancel(true);
            return new Handed.Unreachable("no end within " + deadline.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            handing.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while mail " + mail.id() + " was on its way", stopping);
        } catch (ExecutionException broken) {
            LOG.error("mail {} cannot be made", mail.id(), broken.getCause());
            return new Handed.Refused("it cannot be made");
        }
    }

    private Handed send(StoredMail mail, List<MailFile> files) throws MessagingException {
        Optional<String> foreign = MailMessage.unreachable(mail);
        if (foreign.isPresent()) {
            return new Handed.Refused("the name before the @ is not of ASCII letters: " + foreign.get());
        }
        Session session = Session.getInstance(properties());
        MimeMessage message = MailMessage.of(session, mail, settings.sender(), files);
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(
                    settings.server(),
                    settings.port(),
                    settings.signsIn() ? settings.user() : null,
                    settings.signsIn() ? settings.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
            return new Handed.Taken();
        } catch (SendFailedException refused) {
            return SmtpAnswers.of(refused);
        } catch (MessagingException unreachable) {
            return new Handed.Unreachable(SmtpAnswers.text(unreachable));
        } finally {
            close(transport);
        }
    }

    /** The server has the mail or not, whether it says good-bye or not. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException rude) {
            LOG.debug("the mail server went without a word: {}", rude.toString());
        }
    }

    private Properties properties() {
        Properties mail = new Properties();
        mail.setProperty("mail.smtp.connectiontimeout", String.valueOf(TO_CONNECT.toMillis()));
        mail.setProperty("mail.smtp.timeout", String.valueOf(TO_ANSWER.toMillis()));
        mail.setProperty("mail.smtp.writetimeout", String.valueOf(TO_ANSWER.toMillis()));
        // a server that has the mail may be slow to say good-bye
        mail.setProperty("mail.smtp.quitwait", "false");
        mail.setProperty("mail.smtp.auth", String.valueOf(settings.signsIn()));
        mail.setProperty("mail.smtp.from", settings.sender().getAddress());
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                mail.setProperty("mail.smtp.starttls.enable", "true");
                mail.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> mail.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> mail.setProperty("mail.smtp.starttls.enable", "false");
        }
        return mail;
    }
}
