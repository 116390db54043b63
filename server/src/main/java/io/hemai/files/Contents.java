package io.hemai.files;

import io.hemai.tenancy.ContentShelf;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Where the bound tenant's contents are kept, each once, by the hash of its bytes. */
interface Contents {
    /** Receives content, to be looked at before it is kept. */
    ContentShelf.Incoming receive(InputStream content);

    /** Keeps it for good, in one step; the same content may be kept already. */
    void keep(ContentShelf.Incoming incoming);

    /** The content with the hash, if it is there. */
    Optional<Resource> open(String sha256);

    /** A picture of the content that was drawn small before, if it was. */
    Optional<Resource> openSmall(String sha256, int size);

    /** Keeps a picture that was drawn small of the content, for as long as the content. */
    Resource keepSmall(String sha256, int size, byte[] picture);

    /** Removes content with all that was drawn of it, if it is there. */
    void remove(String sha256);

    /** Clears away what was never kept, and answers the hashes of what was last brought before the moment. */
    List<String> standing(Instant before);
}
