package io.hemai.journal;

import static org.jooq.impl.DSL.name;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseServer;
import io.hemai.kernel.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells the other nodes which journals have grown, a few times a second at most, and hears the same from them. */
@Component
class Neighbours implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final String CHANNEL = "hemai_journal";
    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final Duration LISTENING = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    /** PostgreSQL takes less than 8,000 bytes. */
    private static final int NAMES_AT_ONCE = 150;

    private final DatabaseAddress address;
    private final DSLContext sql;
    private final Bell bell;
    private final String self = UUID.randomUUID().toString();
    private final Set<TenantId> grown = ConcurrentHashMap.newKeySet();
    private final Semaphore something = new Semaphore(0);
    private final Consumer<TenantId> listener = this::tell;
    private volatile boolean running;
    private volatile @Nullable Connection ear;
    private List<Thread> threads = List.of();

    Neighbours(DatabaseServer server, DSLContext sql, Bell bell) {
        this.address = server.address();
        this.sql = sql;
        this.bell = bell;
    }

    @Override
    public void start() {
        if (!running) {
            running = true;
            bell.onOwn(listener);
            threads = List.of(
                    Thread.ofVirtual().name("journal-telling").start(this::telling),
                    Thread.ofVirtual().name("journal-hearing").start(this::hearing));
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.off(listener);
        threads.forEach(Thread::interrupt);
        Connection open = ear;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("the listening connection was gone already", gone);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tell(TenantId tenant) {
        if (grown.add(tenant)) {
            something.release();
        }
    }

    private void telling() {
        try {
            while (running) {
                something.acquire();
                Thread.sleep(GATHERING);
                something.drainPermits();
                notifyOthers();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void notifyOthers() {
        List<TenantId> tenants = List.copyOf(grown);
        tenants.forEach(grown::remove);
        try {
            for (int from = 0; from < tenants.size(); from += NAMES_AT_ONCE) {
                List<String> names = tenants.subList(from, Math.min(from + NAMES_AT_ONCE, tenants.size())).stream()
                        .map(TenantId::name)
                        .toList();
                sql.select(DSL.function(
                                name("pg_notify"),
                                SQLDataType.OTHER,
                                DSL.inline(CHANNEL),
                                DSL.val(self + " " + String.join(" ", names))))
                        .fetch();
            }
        } catch (DataAccessException unheard) {
            // their sweep finds it
            LOG.warn("the other nodes could not be told", unheard);
        }
    }

    private void hearing() {
        while (running) {
            try (Connection connection =
                    DriverManager.getConnection(address.url(), address.user(), address.password())) {
                ear = connection;
                listen(connection);
            } catch (SQLException lost) {
                pause(lost);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (running) {
                PGNotification[] heard = listening.getNotifications((int) LISTENING.toMillis());
                if (heard == null || heard.length == 0) {
                    statement.execute("select 1");
                } else {
                    Arrays.stream(heard).map(PGNotification::getParameter).forEach(this::hear);
                }
            }
        }
    }

    private void hear(String message) {
        List<String> words = List.of(message.split(" "));
        if (!words.getFirst().equals(self)) {
            words.stream().skip(1).filter(TenantId::valid).map(TenantId::new).forEach(bell::ring);
        }
    }

    private void pause(SQLException lost) {
        if (running) {
            LOG.warn("other nodes cannot be heard at the moment", lost);
            try {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
