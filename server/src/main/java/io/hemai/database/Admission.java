package io.hemai.database;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.ConnectionProvider;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Stands before the pool: so many requests use connections at once, and the others wait for their turn, in order. Work in
 * the background and health checks pass by and find the connections that are left. A thread that was let in is not asked
 * again, so nobody waits here while holding a connection.
 */
final class Admission {
    private final Semaphore places;
    private final Duration patience;
    /** How many uses of connections are open in a thread that has a place. */
    private final ThreadLocal<Integer> uses = ThreadLocal.withInitial(() -> 0);

    Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** To be called before a connection is used; fails as an exhausted pool does when there was no place in time. */
    void enter() {
        int open = uses.get();
        if (open == 0) {
            if (RequestContextHolder.getRequestAttributes() == null) {
                return;
            }
            takePlace();
        }
        uses.set(open + 1);
    }

    /** To be called by the same thread after {@link #enter} and the use. */
    void leave() {
        int open = uses.get();
        if (open > 1) {
            uses.set(open - 1);
        } else if (open == 1) {
            uses.remove();
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new CannotGetJdbcConnectionException(
                "too many requests at once",
                new SQLTransientConnectionException("no request left the database within " + patience));
    }

    /** The same connections for jOOQ, which are used outside of transactions too. */
    ConnectionProvider before(ConnectionProvider pool) {
        return new ConnectionProvider() {
            @Override
            public Connection acquire() {
                enter();
                try {
                    return pool.acquire();
                } catch (RuntimeException | Error failed) {
                    leave();
                    throw failed;
                }
            }

            @Override
            public void release(Connection connection) {
                try {
                    pool.release(connection);
                } finally {
                    leave();
                }
            }
        };
    }
}
