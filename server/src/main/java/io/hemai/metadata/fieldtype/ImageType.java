package io.hemai.metadata.fieldtype;

import java.util.Set;
import org.springframework.stereotype.Component;

/** A file that is shown as a picture. */
@Component
public final class ImageType extends StoredFileType {
    /** SVG is not among them: it can carry script. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    @Override
    public boolean accepts(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    @Override
    public String code() {
        return "image";
    }
}
