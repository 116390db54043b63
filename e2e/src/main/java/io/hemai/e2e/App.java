package io.hemai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Hemai that the build made, in a process of its own on a new home below {@code target}. Tests share it. */
public final class App implements AutoCloseable {
    /** The first administrator's login. */
    public static final String ADMIN = "admin";

    /** The first administrator's password. */
    public static final String PASSWORD = "Tree-House-42-Blue";

    private static final Pattern READY = Pattern.compile("Hemai is ready at (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 100;

    private final Process process;
    private final Path home;
    private final String address;

    private App(Process process, Path home, String address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param demo whether the demo company is there
     */
    static App start(boolean demo) {
        Path jar = Path.of(System.getProperty("hemai.jar", "../server/target/hemai-server-0.1.0-SNAPSHOT-exec.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is not there; ./mvnw -pl server package -Dmaven.test.skip makes it");
        }
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), "home")
                    .toAbsolutePath();
            Path log = Path.of("target", demo ? "demo.log" : "app.log");
            Process process = launch(jar, home, log, demo);
            return new App(process, home, await(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path jar, Path home, Path log, boolean demo) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HEMAI_"));
        environment.putAll(Map.of(
                "HEMAI_HOME",
                home.toString(),
                "HEMAI_PORT",
                "0",
                "HEMAI_ADMIN_LOGIN",
                ADMIN,
                "HEMAI_ADMIN_PASSWORD",
                PASSWORD,
                "HEMAI_DEMO",
                String.valueOf(demo),
                // what they tell of one test's tasks would stand among the messages of another
                "HEMAI_FLOWS_READY",
                "false",
                // where tests listen to what leaves Hemai
                "HEMAI_OUTBOUND_ALLOW",
                "127.0.0.1"));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String await(Process process, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> address = address(log);
        while (address.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("Hemai did not start; see " + log.toAbsolutePath());
            }
            pause();
            address = address(log);
        }
        return address.get();
    }

    private static Optional<String> address(Path log) throws IOException {
        Matcher said = READY.matcher(Files.readString(log));
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where it is: {@code http://localhost:…}, without a slash at the end. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException stillInUse) {
            // target is cleared away with the next clean
            return;
        }
    }
}
