package io.hemai.database.backup;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseRefused;
import io.hemai.database.embedded.DirectoryTree;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.HomeLock;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a home from a backup. Nothing is visible there before everything is. */
public final class Restore {
    private static final String STAGING = "restoring";

    /** What may be in a home that is free for use. */
    private static final Set<String> OWN = Set.of(STAGING, "hemai.lock", "cache");

    private final Path home;

    public Restore(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /**
     * Verifies the backup, brings its database to the point where the backup ended and renews the cluster's epoch, because
     * what readers of the journal saw after that point has not happened.
     */
    public void from(Path backup) {
        try {
            Files.createDirectories(home);
            try (HomeLock _ = HomeLock.acquire(home)) {
                checkEmpty();
                Manifest.verify(backup);
                Path staging = home.resolve(STAGING);
                DirectoryTree.delete(staging);
                DirectoryTree.copy(backup, staging);
                renewEpoch(staging);
                unveil(staging);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkEmpty() throws IOException {
        try (Stream<Path> content = Files.list(home)) {
            List<Path> strangers =
                    content.filter(path -> !OWN.contains(name(path))).sorted().toList();
            if (!strangers.isEmpty()) {
                throw new DatabaseRefused(
                        home + " is in use already (" + name(strangers.getFirst()) + "); restoring would overwrite it.",
                        "Move that directory away, or set HEMAI_HOME to a new one.");
            }
        }
    }

    private static void renewEpoch(Path staging) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(staging, ServerSettings.production())) {
            DatabaseAddress address = server.address();
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update platform.cluster set epoch = gen_random_uuid()");
            }
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The restored database is not Hemai's: " + e.getMessage(), "Use another backup.", e);
        }
    }

    /** The database comes last: with it the home counts as used. */
    private void unveil(Path staging) throws IOException {
        Files.delete(staging.resolve(Manifest.FILE));
        try (Stream<Path> content = Files.list(staging)) {
            List<Path> parts = content.filter(path -> !OWN.contains(name(path)))
                    .sorted(Comparator.comparing(path -> name(path).equals(Backup.DATABASE)))
                    .toList();
            for (Path part : parts) {
                Files.move(part, home.resolve(name(part)), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        DirectoryTree.delete(staging);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
