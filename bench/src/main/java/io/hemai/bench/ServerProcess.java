package io.hemai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a JVM of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path home;
    private final List<String> said;

    private ServerProcess(Process process, Path home, List<String> said) {
        this.process = process;
        this.home = home;
        this.said = said;
    }

    /** Starts Hemai with the bare endpoints on the home, with 512 MB of heap. */
    static ServerProcess start(Path home) {
        Path told = home.resolve("bench-server");
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(told);
            ServerProcess process = launch(
                    home,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BenchServer.class.getName(),
                            told.toString()),
                    "bench.log");
            return new ServerProcess(process.process, home, await(process.process, told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a JVM for the home; what it says is in the log there. */
    static ServerProcess launch(Path home, List<String> command, String log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "HEMAI_HOME",
                        home.toString(),
                        "HEMAI_PORT",
                        "0",
                        "HEMAI_ADMIN_LOGIN",
                        People.ADMIN,
                        "HEMAI_ADMIN_PASSWORD",
                        People.PASSWORD));
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve(log).toFile())
                    .start();
            return new ServerProcess(process, home, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the first healthy answer; the seconds since the start of the process. */
    double untilHealthy(int port, Duration patience) {
        long start = System.nanoTime();
        byte[] question = Wire.request("GET", "/actuator/health", "", "");
        while (System.nanoTime() - start < patience.toNanos() && process.isAlive()) {
            try (Wire wire = new Wire(port)) {
                if (wire.exchange(question).status() == 200) {
                    return (System.nanoTime() - start) / 1e9;
                }
            } catch (IOException notYet) {
                Pause.of(Duration.ofMillis(20));
            }
        }
        throw new IllegalStateException("It does not become healthy; see the log in " + home);
    }

    private static List<String> await(Process process, Path told) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(told)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("The server did not start; it said why in bench.log beside " + told);
            }
            Pause.shortly();
        }
        return Files.readAllLines(told);
    }

    int port() {
        return Integer.parseInt(said.getFirst());
    }

    /** The database, as the application uses it. */
    Database database() {
        return new Database(said.get(1), said.get(2), said.get(3));
    }

    /** Processor time of the JVM alone so far. */
    Duration ownCpu() {
        return cpu(process.toHandle());
    }

    /** Processor time that the JVM spent on compiling so far. */
    Duration compiling() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            return threads.map(ServerProcess::compiling).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration compiling(Path thread) {
        try {
            if (!Files.readString(thread.resolve("comm")).contains("CompilerThre")) {
                return Duration.ZERO;
            }
            // nanoseconds on a processor come first
            return Duration.ofNanos(
                    Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]));
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }

    /** Processor time of the JVM and of its PostgreSQL so far. */
    Duration cpu() {
        return cpu(process.toHandle()).plus(postgres().map(ServerProcess::cpu).reduce(Duration.ZERO, Duration::plus));
    }

    /** Resident memory in MB of the JVM and, without what they share, of its PostgreSQL. */
    long residentMegabytes() {
        return Stream.concat(Stream.of(process.toHandle()), postgres())
                        .mapToLong(p -> Proportional.kilobytes(p.pid()))
                        .sum()
                / 1024;
    }

    private Stream<ProcessHandle> postgres() {
        Path lock = home.resolve("postgres").resolve("postmaster.pid");
        try {
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
