package io.hemai.database.embedded;

import io.hemai.database.DatabaseRefused;
import io.hemai.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel inside the jar, unpacked once into a cache. */
final class PostgresArchive {
    private PostgresArchive() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(Path home) {
        String name = "postgres-" + system() + "-" + architecture() + ".txz";
        try (InputStream archive = PostgresArchive.class.getResourceAsStream("/" + name)) {
            if (archive == null) {
                throw new DatabaseRefused(
                        "This build brings no PostgreSQL for " + system() + " on " + architecture() + ".",
                        "Use an external database by HEMAI_DB_URL, or build Hemai on this kind of machine.");
            }
            BufferedInputStream content = new BufferedInputStream(archive, 1 << 16);
            Path target = cache(home).resolve(fingerprint(content));
            if (!Files.isDirectory(target)) {
                unpack(content, target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL cannot be unpacked", e);
        }
    }

    /** The user's cache, shared by all homes and builds; without one, the home itself. */
    private static Path cache(Path home) throws IOException {
        String base = System.getenv("XDG_CACHE_HOME");
        Path user =
                base == null || base.isBlank() ? Path.of(System.getProperty("user.home", ""), ".cache") : Path.of(base);
        Path cache = user.resolve("hemai").resolve("postgres");
        try {
            Files.createDirectories(cache);
            if (user.isAbsolute() && Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException e) {
            // a user without a home directory, as in many containers: the fallback below is meant for them
            return Files.createDirectories(home.resolve("cache"));
        }
        return Files.createDirectories(home.resolve("cache"));
    }

    /** The archive's beginning tells versions apart and spares hashing all of it at each start. */
    private static String fingerprint(BufferedInputStream content) throws IOException {
        int length = 1 << 15;
        content.mark(length);
        byte[] beginning = content.readNBytes(length);
        content.reset();
        return HexFormat.of().formatHex(Sha256.digest().digest(beginning), 0, 8);
    }

    /** Unpacks beside the target and renames, so that nobody ever sees half of it. */
    private static void unpack(InputStream archive, Path target) throws IOException {
        Path beside = Files.createTempDirectory(target.toAbsolutePath().getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, beside);
            }
        }
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            DirectoryTree.delete(beside); // another process was quicker
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("Archive entry outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(parent(file));
        if (entry.isSymbolicLink()) {
            link(file, entry.getLinkName());
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
    }

    private static void link(Path file, String target) throws IOException {
        try {
            Files.createSymbolicLink(file, Path.of(target));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("Archive names a link twice: " + file, e);
        }
    }

    private static Path parent(Path file) throws IOException {
        @Nullable Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("No directory above " + file);
        }
        return parent;
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch", "");
        };
    }
}
