package io.hemai.database.embedded;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseRefused;
import io.hemai.database.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to one home directory. It outlives a killed JVM; the next start takes it over when it
 * is as we would have started it, and otherwise stops it first, so that there are never two on one directory.
 */
public final class EmbeddedPostgres implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LOG_LINES = 5;

    private final HomeLock lock;
    private final PostgresPrograms programs;
    private final DataDirectory directory;
    private final ServerSettings settings;
    private volatile int port;
    private @Nullable Watchdog watchdog;

    private EmbeddedPostgres(
            HomeLock lock, PostgresPrograms programs, DataDirectory directory, ServerSettings settings) {
        this.lock = lock;
        this.programs = programs;
        this.directory = directory;
        this.settings = settings;
    }

    /** Starts the server of this home, or takes over the one that runs there; returns when it accepts connections. */
    public static EmbeddedPostgres start(Path home, ServerSettings settings) {
        HomeLock lock = HomeLock.acquire(created(home));
        try {
            PostgresPrograms programs = PostgresPrograms.unpacked(home);
            EmbeddedPostgres server =
                    new EmbeddedPostgres(lock, programs, DataDirectory.open(home, programs, settings), settings);
            server.run();
            server.refuseUnsafe();
            server.watchdog = Watchdog.over(server);
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Refuses a home whose database another version of PostgreSQL wrote. */
    public static void checkVersion(Path home) {
        try {
            DataDirectory.existing(home).checkVersion();
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The database in " + home + " cannot be read: " + e.getMessage(),
                    "Run as the user who runs Hemai, or restore a backup.",
                    e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return directory.address(port);
    }

    /** The same database as the superuser, for what only an administrator may do. */
    public DatabaseAddress administration() {
        return directory.administration(port);
    }

    /** The server's process, or 0 when it has none. */
    public long pid() {
        return Postmaster.of(directory.path())
                .filter(Postmaster::alive)
                .map(Postmaster::pid)
                .orElse(0L);
    }

    /** Stops the server, ending open transactions, and lets others have the home. */
    @Override
    public void close() {
        try {
            if (watchdog != null) {
                watchdog.close();
            }
            stop();
        } finally {
            lock.close();
        }
    }

    private void run() {
        Postmaster left = Postmaster.of(directory.path()).orElse(null);
        if (left != null && left.alive()) {
            if (isOurs(left)) {
                LOG.info("Took over the PostgreSQL (process {}) that an earlier Hemai left running", left.pid());
                port = left.port();
                return;
            }
            stop();
        } else if (left != null) {
            Postmaster.disown(directory.path());
        }
        launch(() -> freePort(directory.lastPort()));
    }

    /** What somebody set by ALTER SYSTEM or for the database counts more than what we wrote. */
    private void refuseUnsafe() {
        DatabaseAddress own = address();
        List<String> weakened = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(own.url(), own.user(), own.password());
                Statement statement = connection.createStatement()) {
            for (String guard : ServerSettings.GUARDS) {
                try (ResultSet answer = statement.executeQuery("show " + guard)) {
                    answer.next();
                    if (!answer.getString(1).equals(settings.values().get(guard))) {
                        weakened.add(guard + " is " + answer.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not tell its settings", e);
        }
        if (!weakened.isEmpty()) {
            stop();
            throw new DatabaseRefused(
                    "The embedded PostgreSQL would lose committed work: " + String.join(", ", weakened) + ".",
                    "Take these lines out of " + directory.path().resolve("postgresql.auto.conf")
                            + "; if they are not there, somebody set them by ALTER DATABASE or ALTER ROLE, so reset them there.");
        }
    }

    /** Starts the server that died where it was, since the application's pool knows only that place. */
    void relaunch() {
        Postmaster.disown(directory.path());
        launch(() -> port);
    }

    /** Whether it answers with our password from our directory and runs with the settings of this Hemai. */
    private boolean isOurs(Postmaster running) {
        if (!directory.settings().equals(settings.text(running.port()))) {
            return false;
        }
        DatabaseAddress admin = directory.administration(running.port());
        try (Connection connection = DriverManager.getConnection(admin.url(), admin.user(), admin.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show data_directory")) {
            return answer.next() && Files.isSameFile(Path.of(answer.getString(1)), directory.path());
        } catch (SQLException | IOException e) {
            LOG.info("The PostgreSQL left running (process {}) does not answer: {}", running.pid(), e.getMessage());
            return false;
        }
    }

    private void launch(IntSupplier choice) {
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            port = choice.getAsInt();
            directory.write(settings.text(port));
            PostgresPrograms.Outcome outcome = programs.run(
                    "pg_ctl",
                    "",
                    "start",
                    "--wait",
                    "--timeout=600",
                    "--silent",
                    "--pgdata=" + directory.path(),
                    "--log=" + directory.path().resolve("start.log"));
            if (outcome.status() == 0) {
                return;
            }
            said = outcome.said().strip() + "\n" + lastWords();
            pause();
        }
        throw new DatabaseRefused(
                "The embedded PostgreSQL does not start: " + said.strip(),
                "See the log in " + directory.path().resolve("log") + "; often the disk is full.");
    }

    /** Children of a killed server hold its shared memory for a moment longer. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        PostgresPrograms.Outcome outcome = programs.run(
                "pg_ctl",
                "",
                "stop",
                "--wait",
                "--timeout=60",
                "--silent",
                "--mode=fast",
                "--pgdata=" + directory.path());
        if (outcome.status() != 0 && pid() != 0) {
            throw new IllegalStateException("The embedded PostgreSQL does not stop: " + outcome.said());
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(directory.path().resolve("start.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** The wished port when it is free, so that a person's psql finds the server where it was. */
    private static int freePort(int wished) {
        try (ServerSocket socket = new ServerSocket(wished, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wished == 0) {
                throw new UncheckedIOException("No free port on this machine", e);
            }
            return freePort(0);
        }
    }

    private static Path created(Path home) {
        try {
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "Hemai cannot make its home " + home + ": " + e.getMessage(),
                    "Give the user who runs Hemai the right to write there, or set HEMAI_HOME to another directory.",
                    e);
        }
    }
}
