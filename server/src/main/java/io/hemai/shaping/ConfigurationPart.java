package io.hemai.shaping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of what a company makes of Hemai, in the text by which that is carried from one company to another. A Spring component, found
 * by its type; parts are brought in in their {@link org.springframework.core.annotation.Order}, so that what others need comes first.
 */
public interface ConfigurationPart {
    /** The name of its section in the text; never changes. */
    String section();

    /** Refuses who may not see and change all of it. */
    void require();

    /** All that there is, as plain JSON, by a key that means the same in every company. */
    Map<String, Map<String, @Nullable Object>> said();

    /** Makes what is not there yet. */
    void add(String key, Map<String, @Nullable Object> wanted);

    /**
     * Makes what is there like what is wanted; what is not said stays.
     *
     * @param changed the members that differ, with what they are to be; null for those that are taken back
     * @param wanted the entry as the text says it
     */
    void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted);
}
