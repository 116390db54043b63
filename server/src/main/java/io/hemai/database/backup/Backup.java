package io.hemai.database.backup;

import io.hemai.database.DatabaseRefused;
import io.hemai.database.embedded.DirectoryTree;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.RunningPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Saves a home into a directory: every row committed before it ended, and every file that these rows name. */
public final class Backup {
    static final String DATABASE = "postgres";

    /** What a home has besides data. */
    private static final Set<String> LEFT_OUT =
            Set.of(DATABASE, "postgres.new", "restoring", "cache", "hemai.lock", "tmp");

    private final Path home;

    public Backup(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** What was saved: the log position up to which every commit is in it, and how much. */
    public record Result(String position, int files, long bytes) {}

    /** Saves into a directory that is empty or not there yet. Works beside a running Hemai and without one. */
    public Result into(Path directory) {
        Path target = directory.toAbsolutePath().normalize();
        if (!Files.exists(home.resolve(DATABASE))) {
            throw new DatabaseRefused(
                    "There is no embedded database in " + home + ".",
                    "Set HEMAI_HOME to the directory that Hemai works on; an external database has tools of its own.");
        }
        try {
            checkTarget(target);
            return RunningPostgres.of(home)
                    .map(running -> save(running, target))
                    .orElseGet(() -> saveAtRest(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result saveAtRest(Path target) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, ServerSettings.production())) {
            return save(new RunningPostgres(server.administration(), server.pid()), target);
        }
    }

    private Result save(RunningPostgres server, Path target) {
        try {
            LiveCopy copy = new LiveCopy(target);
            // twice: files that are deleted while the database is copied, and files that are added
            copy.tree(home, "", Backup::isData);
            String position = new ClusterCopy(server.administration(), home.resolve(DATABASE), copy).run(DATABASE);
            copy.tree(home, "", Backup::isData);
            copy.settle();
            Manifest manifest = copy.manifest();
            manifest.write(target);
            return new Result(position, manifest.hashes().size(), DirectoryTree.size(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database does not let itself be saved: " + e.getMessage(),
                    "See the log in " + home.resolve(DATABASE).resolve("log") + ".",
                    e);
        }
    }

    private static boolean isData(Path path) {
        return !LEFT_OUT.contains(path.getName(0).toString());
    }

    private void checkTarget(Path target) throws IOException {
        if (target.startsWith(home)) {
            throw new DatabaseRefused(
                    target + " lies inside of what is to be saved.", "Name a directory outside of " + home + ".");
        }
        Files.createDirectories(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new DatabaseRefused(target + " is not empty.", "Name a new directory for each backup.");
            }
        }
        long needed = DirectoryTree.size(home);
        long free = Files.getFileStore(target).getUsableSpace();
        if (free < needed) {
            throw new DatabaseRefused(
                    "The backup needs up to " + megabytes(needed) + " MB, and " + target + " has " + megabytes(free)
                            + " MB left.",
                    "Make room, or name a directory on another disk.");
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
