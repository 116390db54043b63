package io.hemai.processes;

import io.hemai.kernel.Label;
import java.util.Map;

/**
 * Which values records of an object are led through where more of them are kept than the field lists, such as the stages of pipelines. A
 * Spring component, found by its type.
 */
public interface WayValues {
    /** Name of the object. */
    String object();

    /** Name of the choice. */
    String field();

    /** What people call each, by code. */
    Map<String, Label> all();
}
