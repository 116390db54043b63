package io.hemai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own, for tests that kill it. */
public final class ForkedJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private ForkedJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts the class with this test run's class path. */
    public static ForkedJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ForkedJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for an output line that contains the text and gives it. */
    public String await(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("The process ended without saying '" + text + "':\n" + said());
    }

    /** From now on only keeps what is said, so that the process never waits for a reader. */
    public void keepReading() {
        Thread.startVirtualThread(() -> output.lines().forEach(lines::add));
    }

    /** Everything said so far. */
    public String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** The same as kill -9: nothing of it gets a chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end and waits; kills it when it does not. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
