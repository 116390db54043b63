package io.hemai.messaging;

import io.hemai.kernel.Refusal;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The mailbox to which answers come, read by IMAP. What was taken is marked as seen; what nobody waits for is flagged besides, for
 * people to look at. Several nodes may read it: a mail stands on its timeline once.
 */
@Component
@EnableConfigurationProperties(InboxSettings.class)
class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    /** A server that drips keeps nobody longer. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private static final String TO_CONNECT = "10000";
    private static final String TO_ANSWER = "30000";
    /** So many at a time; the others have their turn the next time. */
    private static final int SOME = 50;

    private static final int MOST_BYTES = 40 * 1024 * 1024;
    /** A mail that cannot be read is left to people after so many. */
    static final int MOST_TRIES = 5;

    private final InboxSettings settings;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Map<Long, Integer> tries = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean away;

    @Autowired
    Inbox(InboxSettings settings, Arrivals arrivals, Clock clock) {
        this.settings = settings;
        this.arrivals = arrivals;
        this.clock = clock;
        if (settings.isOn()) {
            settings.check();
        }
    }

    /** The address that answers to the mail go to; empty where nobody would read them. */
    Optional<String> address(MailId mail) {
        return settings.isOn() ? mail.address(settings.mailbox()) : Optional.empty();
    }

    /** Takes what has come. A server that is away or hangs is asked again the next time. */
    @Scheduled(
            fixedDelayString = "${hemai.mail.inbox.every:PT30S}",
            initialDelayString = "${hemai.mail.inbox.every:PT30S}")
    void look() {
        if (!settings.isOn()) {
            return;
        }
        Future<?> looking = threads.submit(() -> {
            read();
            return true;
        });
        try {
            looking.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            away = false;
        } catch (TimeoutException hangs) {
            looking.cancel(true);
            unreachable("no end within " + DEADLINE.toSeconds() + " s");
        } catch (ExecutionException broken) {
            unreachable(String.valueOf(broken.getCause()));
        } catch (InterruptedException stopping) {
            looking.cancel(true);
            Thread.currentThread().interrupt();
        }
    }

    /** Said once, however long it lasts. */
    private void unreachable(String why) {
        if (!away) {
            LOG.warn("the inbox {} cannot be read: {}", settings, why);
        }
        away = true;
    }

    private void read() throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(protocol())) {
            store.connect(settings.server(), settings.port(), settings.user(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(SOME, unseen.length); i++) {
                    take((MimeMessage) unseen[i], ((UIDFolder) inbox).getUID(unseen[i]));
                }
            }
        }
    }

    /** A mail that cannot be read, some times, is left to people. What is no fault of the mail counts for nothing. */
    private void take(MimeMessage message, long uid) throws MessagingException {
        boolean awaited = false;
        if (tries.merge(uid, 1, Integer::sum) <= MOST_TRIES && message.getSize() <= MOST_BYTES) {
            try {
                // whole, since many servers fail to say of what parts a message consists
                awaited = arrivals.take(new MimeMessage(message), at(message), settings.mailbox());
            } catch (FolderClosedException gone) {
                throw gone;
            } catch (MessagingException | IOException | Refusal | StackOverflowError | OutOfMemoryError unfit) {
                LOG.error("a mail in the inbox cannot be taken", unfit);
                return;
            } catch (RuntimeException ours) {
                LOG.warn("a mail in the inbox waits: {}", ours.toString());
                tries.remove(uid);
                return;
            }
        }
        message.setFlag(Flags.Flag.FLAGGED, !awaited);
        message.setFlag(Flags.Flag.SEEN, true);
        tries.remove(uid);
    }

    private Instant at(MimeMessage message) throws MessagingException {
        Date came = message.getReceivedDate();
        return came == null ? clock.instant() : came.toInstant();
    }

    private String protocol() {
        return settings.security() == MailSettings.Security.TLS ? "imaps" : "imap";
    }

    private Properties properties() {
        Properties mail = new Properties();
        String of = "mail." + protocol() + ".";
        mail.setProperty(of + "connectiontimeout", TO_CONNECT);
        mail.setProperty(of + "timeout", TO_ANSWER);
        mail.setProperty(of + "writetimeout", TO_ANSWER);
        // reading a mail is not having taken it
        mail.setProperty(of + "peek", "true");
        mail.setProperty(of + "partialfetch", "false");
        // programs of customers write what they like
        mail.setProperty("mail.mime.address.strict", "false");
        mail.setProperty("mail.mime.base64.ignoreerrors", "true");
        mail.setProperty("mail.mime.ignoreunknownencoding", "true");
        mail.setProperty(of + "ssl.checkserveridentity", "true");
        boolean starts = settings.security() == MailSettings.Security.STARTTLS;
        mail.setProperty(of + "starttls.enable", String.valueOf(starts));
        mail.setProperty(of + "starttls.required", String.valueOf(starts));
        return mail;
    }
}
