package io.hemai.testing;

import io.hemai.HemaiApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A main class in a JVM of its own, for tests that kill it. */
public final class ForkedJvm implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Process process;
    private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();
    private final Thread listener;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private ForkedJvm(Process process) {
        this.process = process;
        listener = Thread.ofVirtual().name("output of " + process.pid()).start(this::listen);
    }

    /** Starts the class with this test run's class path. */
    public static ForkedJvm start(Class<?> main, String... arguments) throws IOException {
        return start("", System.getProperty("java.class.path"), main, arguments);
    }

    /** Starts Hemai itself as people run it, with nothing of the tests; settings as {@code --hemai.port=0}. */
    public static ForkedJvm hemai(String... settings) throws IOException {
        return hemaiAfter("", settings);
    }

    /** Starts Hemai after what a shell does in the same process, such as {@code ulimit -f 1000; }. */
    static ForkedJvm hemaiAfter(String shell, String... settings) throws IOException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String own = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("[/\\\\]+$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(shell, own, HemaiApplication.class, settings);
    }

    private static ForkedJvm start(String shell, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell + "exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classPath);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ForkedJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for an output line that contains the text and gives it. */
    public String await(String text) throws IOException {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().contains(text)) {
                return line.get();
            }
        }
        throw new AssertionError("The process ended without saying '" + text + "':\n" + said());
    }

    /** Everything said so far. */
    public String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    private Optional<String> next() throws IOException {
        try {
            Optional<String> line = output.take();
            if (line.isEmpty()) {
                output.add(line);
            }
            return line;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("waiting for output");
        }
    }

    /** Takes everything that it says, so that it never has to wait for somebody to listen. */
    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(this::heard);
        } catch (IOException | UncheckedIOException killed) {
            heard("(its output broke off: " + killed.getMessage() + ")");
        } finally {
            output.add(Optional.empty());
        }
    }

    private void heard(String line) {
        lines.add(line);
        output.add(Optional.of(line));
    }

    /** The same as kill -9: nothing of it gets a chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as an operator does, and goes on listening to what it says. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Asks it to end and waits, also for its last words; kills it when it does not. */
    public void stop() throws InterruptedException {
        terminate();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
        listener.join(LAST_WORDS);
    }

    /** Waits until it has ended. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
