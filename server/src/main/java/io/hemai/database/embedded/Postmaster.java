package io.hemai.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server process that {@code postmaster.pid} names. */
record Postmaster(long pid, int port) {
    /** A number beyond those that systems give to processes. */
    private static final String NOBODY = "2147483646";

    private static final String FILE = "postmaster.pid";

    /** Lines of the file: process, directory, start time, port, socket directory, address, shared memory, status. */
    private static final int PORT_LINE = 3;

    /** The process that last wrote its name into this data directory, alive or not. */
    static Optional<Postmaster> of(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve(FILE));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            int port = lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : 0;
            return Optional.of(new Postmaster(number(lines.getFirst()), port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says that the server is gone, whoever has its number now. The rest of the file stays: from it PostgreSQL sees whether
     * children of that server still write, and refuses to start beside them.
     */
    static void disown(Path dataDirectory) {
        try {
            Path file = dataDirectory.resolve(FILE);
            if (Files.exists(file)) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                lines.set(0, NOBODY);
                Files.write(file, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether that process still runs and is a PostgreSQL, rather than a stranger who was given its number since. A dead
     * one that nobody has buried, as in containers without an init process, has no program any more.
     */
    boolean alive() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static int number(String line) {
        String digits = line.strip();
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
