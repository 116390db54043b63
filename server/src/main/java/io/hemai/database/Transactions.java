package io.hemai.database;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one database transaction and joins the one that is open already. Keep a write under two seconds: a long
 * writer holds back every reader of the journal. Writing inside a {@link #read} is refused.
 */
public final class Transactions {
    private final TransactionTemplate writing;
    private final TransactionTemplate nesting;
    private final TransactionTemplate reading;
    private final Admission admission;

    Transactions(PlatformTransactionManager manager, Admission admission) {
        writing = new TransactionTemplate(manager);
        nesting = new TransactionTemplate(manager);
        nesting.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        this.admission = admission;
    }

    /** Commits what the work wrote, or nothing of it when it throws. */
    public <T> T write(Supplier<T> work) {
        return run(writing, work);
    }

    /** {@link #write(Supplier)} for work without a result. */
    public void write(Runnable work) {
        write(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Writes behind a savepoint of the open transaction: a failure undoes this work alone. Opens one when there is none. */
    public <T> T nested(Supplier<T> work) {
        return run(nesting, work);
    }

    /** Reads within one transaction in which PostgreSQL itself refuses to write. */
    public <T> T read(Supplier<T> work) {
        return run(reading, work);
    }

    private <T> T run(TransactionTemplate template, Supplier<T> work) {
        admission.enter();
        try {
            return Objects.requireNonNull(template.execute(status -> work.get()));
        } catch (TransactionSystemException e) {
            // over a lost connection nothing can be rolled back, which PostgreSQL did by itself: the loss is the news
            if (e.getApplicationException() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        } finally {
            admission.leave();
        }
    }
}
