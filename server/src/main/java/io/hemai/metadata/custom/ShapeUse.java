package io.hemai.metadata.custom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what a company built upon its objects and fields, so that nothing of it loses its ground. A Spring component, found by its type. */
public interface ShapeUse {
    /**
     * What uses the object or, when one is named, its field; as people call it.
     *
     * @param field null for the whole object
     */
    List<String> users(String object, @Nullable String field);
}
