package io.hemai.metadata.fieldtype;

import org.springframework.stereotype.Component;

/** A file of any kind. */
@Component
public final class FileType extends StoredFileType {
    @Override
    public String code() {
        return "file";
    }
}
