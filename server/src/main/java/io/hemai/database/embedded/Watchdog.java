package io.hemai.database.embedded;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second whether the server lives and has it started again, for as long as that takes. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final EmbeddedPostgres server;
    private final Thread thread;

    private Watchdog(EmbeddedPostgres server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::watch);
    }

    static Watchdog over(EmbeddedPostgres server) {
        Watchdog watchdog = new Watchdog(server);
        watchdog.thread.start();
        return watchdog;
    }

    /** Returns when it looks no more, so that whoever stops the server does not see it come back. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                if (server.pid() == 0) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The application stops, and its PostgreSQL with it");
        }
    }

    private void revive() {
        LOG.error("The embedded PostgreSQL is gone; starting it again");
        try {
            server.relaunch();
            LOG.warn("The embedded PostgreSQL runs again (process {})", server.pid());
        } catch (RuntimeException e) {
            // whatever hinders it, a full disk above all, may pass: the next round tries again
            LOG.error("The embedded PostgreSQL does not start again yet", e);
        }
    }
}
