package io.hemai.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Stands before the pool: so many requests use connections at once, at most half of them of one asker, and the others wait
 * for their turn, in order. Work in the background and health checks pass by and find the connections that are left. A
 * thread that was let in is not asked again, so nobody waits here while holding a connection.
 */
public final class Admission {
    /** Attribute of a request that says who asks; missing while that is being found out, which no share limits. */
    public static final String ASKER = Admission.class.getName() + ".asker";

    private final Semaphore places;
    private final int share;
    private final Duration patience;
    /** What each asker may use; a share stays in memory for as long as somebody waits for it or has of it. */
    private final Cache<Object, Semaphore> shares =
            Caffeine.newBuilder().weakValues().build();

    private final ThreadLocal<Place> mine = ThreadLocal.withInitial(() -> Place.NONE);

    Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.share = places / 2;
        this.patience = patience;
    }

    /** What a thread has that was let in; {@code uses} of connections are open in it. */
    private record Place(Semaphore share, int uses) {
        static final Place NONE = new Place(new Semaphore(0), 0);
    }

    /** To be called before a connection is used; fails as an exhausted pool does when there was no place in time. */
    void enter() {
        Place place = mine.get();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (place.uses() > 0) {
            mine.set(new Place(place.share(), place.uses() + 1));
        } else if (request != null) {
            mine.set(new Place(takePlace(request.getAttribute(ASKER, RequestAttributes.SCOPE_REQUEST)), 1));
        }
    }

    /** To be called by the same thread after {@link #enter} and the use. */
    void leave() {
        Place place = mine.get();
        if (place.uses() > 1) {
            mine.set(new Place(place.share(), place.uses() - 1));
        } else if (place.uses() == 1) {
            mine.remove();
            places.release();
            place.share().release();
        }
    }

    /** Whoever waits for a part of their own share does not stand in the queue of all. */
    private Semaphore takePlace(@Nullable Object asker) {
        Semaphore own = asker == null ? new Semaphore(1) : shares.get(asker, someone -> new Semaphore(share, true));
        long until = System.nanoTime() + patience.toNanos();
        take(own, until);
        try {
            take(places, until);
        } catch (CannotGetJdbcConnectionException tooLate) {
            own.release();
            throw tooLate;
        }
        return own;
    }

    private void take(Semaphore from, long until) {
        try {
            if (from.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
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
