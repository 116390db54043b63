package io.hemai.messaging;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A mail server within the process, for a demo: all that Hemai mails arrives here and goes no further. The newest can be read; they
 * stand in memory alone.
 */
public final class DemoMailbox implements AutoCloseable {
    /** So many are kept. */
    static final int MOST = 500;

    /** Where it listens. */
    static final String HOST = "127.0.0.1";

    private static final long PATIENCE_MILLIS = 30_000;

    private final GreenMail server;
    private final Deque<ArrivedMail> newest = new ArrayDeque<>();

    private DemoMailbox(GreenMail server) throws FolderException {
        this.server = server;
        GreenMailUser everybody = server.setUser("everybody@hemai.example", "everybody", "");
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(everybody);
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
            ArrivedMail.of(mail.getMessage()).ifPresent(this::keep);
            // what the server itself keeps it would keep for ever
            inbox.deleteAllMessages();
            return everybody;
        });
    }

    /** Opens it on a free port. A virtual thread makes its threads, so that they keep no JVM that wants to end. */
    static DemoMailbox open() {
        return CompletableFuture.supplyAsync(DemoMailbox::start, Thread::startVirtualThread)
                .join();
    }

    private static DemoMailbox start() {
        ServerSetup setup = new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.start();
        try {
            return new DemoMailbox(server);
        } catch (FolderException none) {
            throw new IllegalStateException(none);
        }
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** One that comes again is the same. */
    private synchronized void keep(ArrivedMail mail) {
        newest.removeIf(each -> each.id().equals(mail.id()));
        newest.addFirst(mail);
        if (newest.size() > MOST) {
            newest.removeLast();
        }
    }

    /** What arrived of the bound tenant's mails, the newest first. */
    public synchronized List<ArrivedMail> newest() {
        return newest.stream()
                .filter(mail -> mail.tenant().equals(CurrentTenant.get().id()))
                .toList();
    }

    /** The bound tenant's mail of that id. */
    public Optional<ArrivedMail> find(RecordId id) {
        return newest().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }
}
