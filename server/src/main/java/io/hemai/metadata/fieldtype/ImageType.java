package io.hemai.metadata.fieldtype;

import org.springframework.stereotype.Component;

/** A file that is shown as a picture. */
@Component
public final class ImageType extends StoredFileType {
    @Override
    public String code() {
        return "image";
    }
}
