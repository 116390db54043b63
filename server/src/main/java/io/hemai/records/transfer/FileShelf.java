package io.hemai.records.transfer;

import io.hemai.database.DatabaseProperties;
import io.hemai.kernel.Refusal;
import io.hemai.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps imported files by their content, and exported ones by their job, under Hemai's home; each tenant has its own shelf. */
@Component
class FileShelf {
    private final Path home;
    private final Clock clock;

    FileShelf(DatabaseProperties properties, Clock clock) {
        this.home = properties.homeDirectory();
        this.clock = clock;
    }

    /** A file that was put on the shelf. */
    record Kept(String name, long size) {}

    private Path shelf(String kind) {
        try {
            return Files.createDirectories(
                    home.resolve(kind).resolve(CurrentTenant.get().id().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in a file; the same content is kept once. */
    Kept keep(InputStream content) {
        Path shelf = shelf("imports");
        try {
            Path incoming = Files.createTempFile(shelf, "incoming", ".part");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long size;
                try (DigestInputStream digested = new DigestInputStream(content, digest)) {
                    size = Files.copy(digested, incoming, StandardCopyOption.REPLACE_EXISTING);
                }
                String name = HexFormat.of().formatHex(digest.digest());
                Files.setLastModifiedTime(incoming, FileTime.from(clock.instant()));
                Files.move(
                        incoming,
                        shelf.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
                return new Kept(name, size);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where an imported file stands. */
    Path imported(String name) {
        Path file = shelf("imports").resolve(name);
        if (!Files.exists(file)) {
            throw Refusal.of(TransferError.FILE_GONE);
        }
        return file;
    }

    /** Where an export of that name stands, or will. */
    Path exported(String name) {
        return shelf("exports").resolve(name);
    }

    /** Throws away what has stood for longer than allowed and is not needed any more. */
    void tidy(String kind, Duration longest, Set<String> needed) {
        Instant before = clock.instant().minus(longest);
        try (Stream<Path> files = Files.list(shelf(kind))) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (!needed.contains(String.valueOf(file.getFileName()))
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
