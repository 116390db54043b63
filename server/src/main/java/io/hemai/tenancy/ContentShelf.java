package io.hemai.tenancy;

import io.hemai.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps content for the bound tenant under Hemai's home, each once, by the hash of its bytes; what stands under a hash is whole
 * and outlives a power cut.
 */
public final class ContentShelf {
    private static final String PART = ".part";

    private final Path home;
    private final String kind;
    private final Clock clock;

    /**
     * @param home Hemai's home
     * @param kind name of the directory below it
     * @param clock says when content was last brought
     */
    public ContentShelf(Path home, String kind, Clock clock) {
        this.home = home;
        this.kind = kind;
        this.clock = clock;
    }

    /**
     * Content that was received and is not kept yet; thrown away when closed before.
     *
     * @param part where it stands meanwhile
     * @param sha256 its hash, in hex
     * @param size in bytes
     */
    public record Incoming(Path part, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The bound tenant's directory. */
    public Path directory() {
        try {
            return Files.createDirectories(
                    home.resolve(kind).resolve(CurrentTenant.get().id().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where content with the hash stands, if it is kept. */
    public Path place(String sha256) {
        return directory().resolve(sha256);
    }

    /** Where what was made of the content with the hash stands, if it was: in the same place, by a name that tells what it is. */
    public Path beside(String sha256, String made) {
        return directory().resolve(sha256 + '.' + made);
    }

    /** Whether the file is a part that was never put in its place, or made of content that is gone. */
    public boolean isLeftAlone(Path file) {
        String name = String.valueOf(file.getFileName());
        return !isContent(file) && !Files.exists(place(name.substring(0, name.indexOf('.'))));
    }

    /** Reads content to its end, hashes it and brings it safely to disk beside its place. */
    public Incoming receive(InputStream content) {
        try {
            Path part = Files.createTempFile(directory(), "incoming", PART);
            try {
                return received(content, part);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(part);
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Incoming received(InputStream content, Path part) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (DigestInputStream digested = new DigestInputStream(content, digest);
                FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            long size = digested.transferTo(Channels.newOutputStream(file));
            file.force(true);
            return new Incoming(part, HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    /** Puts received content in its place, in one step; the same content may stand there already. */
    public void keep(Incoming incoming) {
        keep(incoming, place(incoming.sha256()));
    }

    /** Puts what was received in the place that is meant for it, in one step; the same may stand there already. */
    public void keep(Incoming incoming, Path place) {
        try {
            Files.setLastModifiedTime(incoming.part(), FileTime.from(clock.instant()));
            Files.move(incoming.part(), place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (NoSuchFileException kept) {
            if (!Files.exists(place)) {
                throw new UncheckedIOException(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was last brought before the moment, parts that were never finished among it. */
    public List<Path> before(Instant moment) {
        try (Stream<Path> all = Files.list(directory())) {
            return all.filter(file -> modified(file).isBefore(moment)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file is content in its place, rather than a part of some or made of it. */
    public static boolean isContent(Path file) {
        return String.valueOf(file.getFileName()).indexOf('.') < 0;
    }

    /** What vanished meanwhile counts as new. */
    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
