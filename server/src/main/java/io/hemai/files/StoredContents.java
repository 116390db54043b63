package io.hemai.files;

import io.hemai.records.StoredFile;
import io.hemai.tenancy.ContentShelf;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What is in files, for parts of Hemai that send them elsewhere or get them from there; who may have it they have found out before. */
@Component
public class StoredContents {
    private final Contents contents;
    private final Uploads uploads;

    StoredContents(Contents contents, Uploads uploads) {
        this.contents = contents;
        this.uploads = uploads;
    }

    /** Keeps what came from elsewhere as a file, until nobody uses it any more. */
    public StoredFile keep(String name, byte[] content) {
        try (ContentShelf.Incoming incoming = uploads.receive(new ByteArrayInputStream(content))) {
            return uploads.keep(incoming, name, ContentType.of(incoming.part(), name));
        }
    }

    /** The content of the file; empty when it is not there. */
    public Optional<Resource> open(StoredFile file) {
        return contents.open(file.sha256());
    }
}
