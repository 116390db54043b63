package io.hemai.files;

import io.hemai.database.DatabaseProperties;
import io.hemai.tenancy.ContentShelf;
import java.io.ByteArrayInputStream;
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
        return opened(shelf.place(sha256));
    }

    @Override
    public Optional<Resource> openSmall(String sha256, int size) {
        return opened(small(sha256, size));
    }

    private static Optional<Resource> opened(Path file) {
        return Optional.of(file).filter(Files::isRegularFile).map(FileSystemResource::new);
    }

    @Override
    public Resource keepSmall(String sha256, int size, byte[] picture) {
        Path place = small(sha256, size);
        try (ContentShelf.Incoming drawn = shelf.receive(new ByteArrayInputStream(picture))) {
            shelf.keep(drawn, place);
        }
        return new FileSystemResource(place);
    }

    private Path small(String sha256, int size) {
        return shelf.beside(sha256, String.valueOf(size));
    }

    @Override
    public void remove(String sha256) {
        delete(shelf.place(sha256));
        Thumbnails.SIZES.forEach(size -> delete(small(sha256, size)));
    }

    @Override
    public List<String> standing(Instant before) {
        List<String> standing = new ArrayList<>();
        for (Path file : shelf.before(before)) {
            if (ContentShelf.isContent(file)) {
                standing.add(String.valueOf(file.getFileName()));
            } else if (shelf.isLeftAlone(file)) {
                delete(file);
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
