package io.hemai.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies directories that are being written to; files that vanish meanwhile are left out. */
final class LiveCopy {
    private static final int WRITERS = 16;

    private final Path target;
    private final Map<String, String> hashes = new HashMap<>();

    LiveCopy(Path target) {
        this.target = target;
    }

    /**
     * Copies what is below {@code from} to below {@code name} in the target.
     *
     * @param wanted asked with paths relative to {@code from}; an unwanted directory is left out with all that is in it
     */
    void tree(Path from, String name, Predicate<Path> wanted) throws IOException {
        Path to = target.resolve(name);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) throws IOException {
                if (!directory.equals(from) && !wanted.test(from.relativize(directory))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = to.resolve(from.relativize(directory));
                if (!Files.isDirectory(copy)) {
                    Files.copy(directory, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                if (facts.isRegularFile() && wanted.test(from.relativize(file))) {
                    file(file, target.relativize(to.resolve(from.relativize(file))));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /** Copies one file to this place in the target, unless it is gone. */
    void file(Path from, Path place) throws IOException {
        Path to = target.resolve(place);
        try (InputStream content = Files.newInputStream(from)) {
            String hash;
            try (FileChannel channel = FileChannel.open(
                    to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                hash = Manifest.copy(content, Channels.newOutputStream(channel));
            }
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            hashes.put(place.toString(), hash);
        } catch (NoSuchFileException e) {
            if (Files.exists(from)) {
                throw e;
            }
            Files.deleteIfExists(to); // gone while we copied it
            hashes.remove(place.toString());
        }
    }

    /** Writes a file that has no original. */
    void text(String place, String text) throws IOException {
        Path to = target.resolve(place);
        Files.writeString(to, text);
        try (InputStream content = Files.newInputStream(to)) {
            hashes.put(place, Manifest.copy(content, OutputStream.nullOutputStream()));
        }
    }

    Path target() {
        return target;
    }

    /** Returns when everything copied so far would survive a power cut; many at a time, so that the disk can join them. */
    void settle() throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> pending = new ArrayList<>();
            for (String place : hashes.keySet()) {
                pending.add(threads.submit(() -> force(target.resolve(place))));
            }
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("The backup cannot be written to disk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static @Nullable Void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return null;
    }

    /** Everything copied so far. */
    Manifest manifest() {
        return new Manifest(Map.copyOf(hashes));
    }
}
