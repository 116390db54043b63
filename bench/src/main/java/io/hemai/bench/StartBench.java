package io.hemai.bench;

import io.hemai.bench.empty.EmptyApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the command to the first healthy answer, with data present, beside an empty application with the same starters. */
final class StartBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Options options;
    private final Path app;
    private final Path cache;

    /**
     * A bench of the build.
     *
     * @param app its directory, with {@code hemai.jar}, {@code hemai.aot} and {@code lib}
     */
    StartBench(Options options, Path app) {
        this.options = options;
        this.app = app;
        this.cache = options.home().resolve("empty.aot");
    }

    /** What a start took. */
    private record Start(double cpuSeconds, double wallSeconds) {}

    void run() {
        try (ServerProcess lender = ServerProcess.start(options.home().resolveSibling("empty-home"))) {
            train(lender.database());
            List<Start> ours = new ArrayList<>();
            List<Start> bare = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            start(hemai());
            for (int i = 0; i < options.rounds(); i++) {
                ours.add(start(hemai()));
                bare.add(start(empty(lender.database())));
                ratios.add(ours.getLast().cpuSeconds() / bare.getLast().cpuSeconds());
            }
            Report.atMost("processor time of a start, data present", 1.5, Spread.of(ratios), told(ours), told(bare));
        }
    }

    private static String told(List<Start> starts) {
        return "%.1f s CPU, %.1f s"
                .formatted(
                        Spread.of(starts.stream().map(Start::cpuSeconds).toList())
                                .median(),
                        Spread.of(starts.stream().map(Start::wallSeconds).toList())
                                .median());
    }

    private List<String> java(Path aot, String flag) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2048m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                flag + aot));
    }

    private List<String> hemai() {
        List<String> command = java(app.resolve("hemai.aot"), "-XX:AOTCache=");
        command.addAll(List.of("-jar", app.resolve("hemai.jar").toString()));
        return command;
    }

    private List<String> empty(Database database) {
        return empty(java(cache, "-XX:AOTCache="), database);
    }

    private List<String> empty(List<String> command, Database database) {
        command.addAll(List.of(
                "-cp",
                classPath(),
                "-Dspring.datasource.url=" + database.url(),
                "-Dspring.datasource.username=" + database.user(),
                "-Dspring.datasource.password=" + database.password(),
                "-Dspring.flyway.default-schema=empty",
                "-Dspring.threads.virtual.enabled=true"));
        return command;
    }

    /** Hemai's parts without Hemai. */
    private String classPath() {
        try (Stream<Path> lib = Files.list(app.resolve("lib"))) {
            return Stream.concat(Stream.of(Path.of(System.getProperty("bench.jar"))), lib.sorted())
                    .map(Path::toString)
                    .reduce((a, b) -> a + ":" + b)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Hemai is trained: by a whole start. */
    private void train(Database database) {
        int port = freePort();
        List<String> command = empty(java(cache, "-XX:AOTCacheOutput="), database);
        command.addAll(List.of(EmptyApplication.class.getName(), "--server.port=" + port));
        try (ServerProcess training = ServerProcess.launch(options.home(), command, "empty.log")) {
            training.untilHealthy(port, PATIENCE);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The empty application made no cache; see empty.log");
        }
    }

    private Start start(List<String> command) {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        if (!whole.contains("-jar")) {
            whole.add(EmptyApplication.class.getName());
        }
        whole.add("--server.port=" + port);
        try (ServerProcess process = ServerProcess.launch(options.home(), whole, "start.log")) {
            double wall = process.untilHealthy(port, PATIENCE);
            return new Start(process.ownCpu().toNanos() / 1e9, wall);
        }
    }

    /** Memory of an installation that somebody has looked into and left alone. */
    void memory() {
        int port = freePort();
        List<String> command = hemai();
        command.add("--server.port=" + port);
        try (ServerProcess process = ServerProcess.launch(options.home(), command, "start.log")) {
            process.untilHealthy(port, PATIENCE);
            new People(port).admin().get("/records/account?limit=50");
            Pause.of(IDLE);
            Report.note("idle, with its database, shared pages once: %d MB (goal ≤ 600 MB)"
                    .formatted(process.residentMegabytes()));
        }
    }

    /** The pages of an installation of their own, which is filled the first time. */
    void pages() throws IOException {
        Path home = Files.createDirectories(options.home().resolveSibling("pages-home"));
        int port = freePort();
        List<String> command = hemai();
        command.add("--server.port=" + port);
        try (ServerProcess process = ServerProcess.launch(home, command, "pages.log")) {
            process.untilHealthy(port, PATIENCE);
            new PagesBench(home).run(port);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
