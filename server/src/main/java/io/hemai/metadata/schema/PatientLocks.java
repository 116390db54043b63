package io.hemai.metadata.schema;

import io.hemai.database.RawSql;
import io.hemai.database.Transactions;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a transaction that needs a table to itself for an instant. Whoever waits for such a lock makes everybody behind wait
 * too, so it waits for a moment only, steps back and tries again.
 */
@Component
public class PatientLocks {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int ATTEMPTS = 40;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1_000;
    /** lock_not_available, deadlock_detected. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private final Transactions transactions;
    private final RawSql sql;
    private final int attempts;

    @Autowired
    PatientLocks(Transactions transactions, RawSql sql) {
        this(transactions, sql, ATTEMPTS);
    }

    PatientLocks(Transactions transactions, RawSql sql, int attempts) {
        this.transactions = transactions;
        this.sql = sql;
        this.attempts = attempts;
    }

    /** Commits the work, repeated whole while the tables it needs are busy; after half a minute it is a refusal. */
    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("tables are shaped in transactions of their own");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.write(() -> {
                    sql.waitForLocks(WAIT);
                    return work.get();
                });
            } catch (RuntimeException failed) {
                if (!isBusy(failed)) {
                    throw failed;
                }
                if (attempt == attempts) {
                    throw Refusal.of(MetadataError.BUSY);
                }
                pause(attempt);
            }
        }
    }

    /** {@link #write(Supplier)} for work without a result. */
    public void write(Runnable work) {
        write(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private static boolean isBusy(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BUSY.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt, 5));
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(MetadataError.BUSY);
        }
    }
}
