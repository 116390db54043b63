package io.hemai.files;

import io.hemai.database.DatabaseProperties;
import io.hemai.tenancy.ContentShelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps contents in {@code files} under Hemai's home. */
@Component
final class DiskContents implements Contents {
    private final ContentShelf shelf;

    DiskContents(DatabaseProperties properties, Clock clock) {
        this.shelf = new ContentShelf(properties.homeDirectory(), "files", clock);
    }

    @Override
    public ContentShelf.Incoming receive(InputStream content) {
        return shelf.receive(content);
    }

    @Override
    public void keep(ContentShelf.Incoming incoming) {
        shelf.keep(incoming);
    }

    @Override
    public Optional<Resource> open(String sha256) {
        return Optional.of(shelf.place(sha256)).filter(Files::isRegularFile).map(FileSystemResource::new);
    }

    @Override
    public void remove(String sha256) {
        delete(shelf.place(sha256));
    }

    @Override
    public List<String> standing(Instant before) {
        List<String> standing = new ArrayList<>();
        for (Path file : shelf.before(before)) {
            if (ContentShelf.isPart(file)) {
                delete(file);
            } else {
                standing.add(String.valueOf(file.getFileName()));
            }
        }
        return standing;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
