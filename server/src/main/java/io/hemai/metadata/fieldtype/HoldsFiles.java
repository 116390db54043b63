package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import java.util.List;

/** A field type whose values refer to stored files. */
public interface HoldsFiles<T> {
    /** The files that the value refers to. */
    List<RecordId> files(T value);

    /** Whether a file of the media type fits, such as {@code image/png}. */
    default boolean accepts(String mediaType) {
        return true;
    }
}
