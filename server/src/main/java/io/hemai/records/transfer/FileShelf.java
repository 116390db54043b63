package io.hemai.records.transfer;

import io.hemai.database.DatabaseProperties;
import io.hemai.kernel.Refusal;
import io.hemai.tenancy.ContentShelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps imported files by their content, and exported ones by their job, under Hemai's home; each tenant has its own shelf. */
@Component
class FileShelf {
    private final ContentShelf imports;
    private final ContentShelf exports;
    private final Clock clock;

    FileShelf(DatabaseProperties properties, Clock clock) {
        this.imports = new ContentShelf(properties.homeDirectory(), "imports", clock);
        this.exports = new ContentShelf(properties.homeDirectory(), "exports", clock);
        this.clock = clock;
    }

    /** A file that was put on the shelf. */
    record Kept(String name, long size) {}

    /** Takes in a file; the same content is kept once. */
    Kept keep(InputStream content) {
        try (ContentShelf.Incoming incoming = imports.receive(content)) {
            imports.keep(incoming);
            return new Kept(incoming.sha256(), incoming.size());
        }
    }

    /** Where an imported file stands. */
    Path imported(String name) {
        Path file = imports.place(name);
        if (!Files.exists(file)) {
            throw Refusal.of(TransferError.FILE_GONE);
        }
        return file;
    }

    /** Where an export of that name stands, or will. */
    Path exported(String name) {
        return exports.directory().resolve(name);
    }

    /** Throws away imported files that have stood for longer and are not needed any more. */
    void tidyImports(Duration longest, Set<String> needed) {
        tidy(imports, longest, needed);
    }

    /** Throws away exported files that have stood for longer. */
    void tidyExports(Duration longest) {
        tidy(exports, longest, Set.of());
    }

    private void tidy(ContentShelf shelf, Duration longest, Set<String> needed) {
        try {
            for (Path file : shelf.before(clock.instant().minus(longest))) {
                if (!needed.contains(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
