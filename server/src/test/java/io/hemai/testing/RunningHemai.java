package io.hemai.testing;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole Hemai in a JVM of its own, for tests that kill or stop it or need more than one. Ready when it is there. */
public final class RunningHemai implements AutoCloseable {
    /** The first administrator, of the tenant {@code main}. */
    public static final String ADMIN = "admin";

    /** The administrator's password. */
    public static final String PASSWORD = TestTenant.PASSWORD;

    /** Stands in the line in whatever format Hemai logs. */
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final boolean embedded;
    private final ForkedJvm jvm;
    private final int port;

    private RunningHemai(Path home, boolean embedded, ForkedJvm jvm, int port) {
        this.home = home;
        this.embedded = embedded;
        this.jvm = jvm;
        this.port = port;
    }

    /** Starts on the home with the PostgreSQL on board; {@code hemai.…} settings as {@code name=value}. */
    public static RunningHemai start(Path home, String... settings) throws IOException {
        return start("", home, true, List.of(settings));
    }

    /** Starts on a database that others may use too. */
    public static RunningHemai start(Path home, DatabaseAddress database, String... settings) throws IOException {
        return start("", home, database, settings);
    }

    /** Starts one that may write no file of more than so many blocks of 512 bytes, on a database that may. */
    public static RunningHemai startLimited(int blocks, Path home, DatabaseAddress database) throws IOException {
        return start("ulimit -f " + blocks + "; ", home, database);
    }

    private static RunningHemai start(String shell, Path home, DatabaseAddress database, String... settings)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("hemai.db.url=" + database.url());
        all.add("hemai.db.user=" + database.user());
        all.add("hemai.db.password=" + database.password());
        return start(shell, home, false, all);
    }

    private static RunningHemai start(String shell, Path home, boolean embedded, List<String> settings)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--hemai.port=0",
                "--hemai.home=" + home,
                "--hemai.admin.login=" + ADMIN,
                "--hemai.admin.password=" + PASSWORD));
        settings.forEach(setting -> arguments.add("--" + setting));
        ForkedJvm jvm = ForkedJvm.hemaiAfter(shell, arguments.toArray(String[]::new));
        try {
            Matcher said = PORT.matcher(jvm.await("Tomcat started on port"));
            if (!said.find()) {
                throw new AssertionError("no port");
            }
            RunningHemai hemai = new RunningHemai(home, embedded, jvm, Integer.parseInt(said.group(1)));
            hemai.awaitHealth();
            return hemai;
        } catch (IOException | RuntimeException | AssertionError failed) {
            jvm.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** A client that is not signed in. */
    public Api api() {
        return Api.at(port);
    }

    /** A client signed in as the administrator of {@code main}. */
    public Api admin() {
        return api().signIn("main", ADMIN, PASSWORD);
    }

    /** Waits for a line of its log that contains the text and gives it, in the format it logs in. */
    public String await(String text) throws IOException {
        return jvm.await(text);
    }

    /** All it said so far. */
    public String log() {
        return jvm.said();
    }

    /** The same as kill -9: the database on board lives on, and another start on the home takes it over. */
    public void kill() throws InterruptedException {
        jvm.kill();
    }

    /** Asks it to end, as an operator does, and goes on listening to what it says. */
    public void terminate() {
        jvm.terminate();
    }

    /** Waits until it has ended. */
    public void awaitEnd() throws InterruptedException {
        jvm.awaitEnd();
    }

    /** Stops it as a service is stopped, and with it the database on board. */
    public void stop() throws InterruptedException {
        jvm.stop();
    }

    /** Stops it and its database, also after {@link #kill()}. */
    @Override
    public void close() throws InterruptedException {
        jvm.stop();
        if (embedded && Files.exists(home)) {
            EmbeddedPostgres.start(home, ServerSettings.production()).close();
        }
    }

    private void awaitHealth() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (api().get("//actuator/health").status() != 200) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not healthy in " + PATIENCE + ":\n" + jvm.said());
            }
            Thread.onSpinWait();
        }
    }
}
