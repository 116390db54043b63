package io.hemai.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** The media type of content, seen from its first bytes; what the client says it is does not count. */
final class ContentType {
    /** What browsers show without running anything. */
    private static final Set<String> HARMLESS =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");

    private ContentType() {}

    /** Whether a browser may show it in place. */
    static boolean isHarmless(String type) {
        return HARMLESS.contains(type);
    }

    /**
     * The type of the content. Its name may say more of what cannot be told apart by the bytes (which kind of archive or text), but
     * never makes it one that is shown in place, or any picture.
     */
    static String of(Path content, String name) {
        String seen = detect(content, new Metadata());
        Metadata called = new Metadata();
        called.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String named = detect(content, called);
        return isHarmless(named) || named.startsWith("image/") ? seen : named;
    }

    private static String detect(Path content, Metadata metadata) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(content))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(bytes, metadata)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
