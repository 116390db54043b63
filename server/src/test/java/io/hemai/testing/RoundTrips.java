package io.hemai.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts how often the application waits for the database, by the marks with which the driver ends what it sends. */
public final class RoundTrips implements AutoCloseable {
    // kept, since loggers that nobody holds are forgotten with their settings
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String END = "FE=> Sync";

    private final AtomicLong count = new AtomicLong();
    private final LongPredicate threads;
    private final Handler counter = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().contains(END) && threads.test(line.getLongThreadID())) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private RoundTrips(LongPredicate threads) {
        this.threads = threads;
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
    }

    /** Counts from now on, whoever works. */
    public static RoundTrips counted() {
        return new RoundTrips(thread -> true);
    }

    /** Counts from now on what this thread asks. */
    public static RoundTrips ofThisThread() {
        long own = Thread.currentThread().threadId();
        return new RoundTrips(thread -> thread == own);
    }

    /** How many so far. */
    public long count() {
        return count.get();
    }

    @Override
    public void close() {
        DRIVER.setLevel(null);
        DRIVER.removeHandler(counter);
        DRIVER.setUseParentHandlers(true);
    }
}
