package io.hemai.database.embedded;

import io.hemai.database.DatabaseRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs {@code initdb}, {@code pg_ctl} and {@code postgres}. */
final class PostgresPrograms {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    /** Libraries of some systems know no {@code C.UTF-8}; collation comes from PostgreSQL itself in any case. */
    static final String LOCALE = MAC ? "en_US.UTF-8" : "C.UTF-8";

    /** Many tenants have many files; where the system can, all are settled with one call. */
    static final String SYNC = MAC ? "fsync" : "syncfs";

    private final Path directory;
    private final List<String> prefix;

    private PostgresPrograms(Path directory, List<String> prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /** The programs of our own PostgreSQL, unpacked where needed. */
    static PostgresPrograms unpacked(Path home) {
        return new PostgresPrograms(PostgresArchive.unpacked(home).resolve("bin"), unprivileged());
    }

    /** PostgreSQL refuses root; in a user namespace of its own it is nobody, while its files stay root's. */
    private static List<String> unprivileged() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (run(List.of("unshare", "-U", "true"), "").status != 0) {
            throw new DatabaseRefused(
                    "The embedded PostgreSQL does not run as root, and this system forbids user namespaces.",
                    "Run Hemai as an ordinary user, or use an external database by HEMAI_DB_URL.");
        }
        return List.of("unshare", "-U");
    }

    /** Waits for the program and gives what it said; a status other than 0 is the caller's business. */
    Outcome run(String program, String input, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(directory.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command, input);
    }

    private static Outcome run(List<String> command, String input) {
        try {
            // a file and not a pipe: the server that pg_ctl leaves behind would hold a pipe open
            Path said = Files.createTempFile("hemai-postgres", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
                builder.redirectOutput(said.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", LOCALE);
                Process process = builder.start();
                try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                    stdin.write(input);
                }
                return new Outcome(process.waitFor(), Files.readString(said));
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command, e);
        }
    }

    /** What a program answered. */
    record Outcome(int status, String said) {}
}
