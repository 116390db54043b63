package io.hemai.automation;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is wrong with the input of a step or trigger, each beside its place in the definition, and notes which objects and fields
 * it uses. Whoever draws the flow must be able to do oneself what the input names.
 */
public interface Check {
    /** The object whose records the flow is about. */
    ObjectType type();

    /** How many ways the step has. */
    int ways();

    /** Notes what is wrong with a member of the input. */
    void refuse(String member, ErrorCode code, Object... args);

    /** The field of the flow's object; empty, and refused, where its author sees none of that name. */
    Optional<Field<?>> field(String member, @Nullable String name);

    /** Checks what records of the flow's object are asked. */
    void filter(String member, Filter filter);

    /** Checks the same as plain JSON. */
    void asked(String member, @Nullable Object filter);

    /** Checks values that records of the flow's object are to be given. */
    void values(String member, Map<String, @Nullable Object> values);

    /** Checks what is to be made: the object, named in its own member, and its values; answers the object where there is one. */
    Optional<ObjectType> creates(String member, @Nullable String object, Map<String, @Nullable Object> values);

    /**
     * Checks what a loop goes through; answers the object of its records.
     *
     * @param object whose records lead to the flow's own by the link; null when the flow's own leads to one by it
     */
    Optional<ObjectType> related(@Nullable String object, @Nullable String link);

    /** Checks what records of another object are asked, as plain JSON. */
    void asked(String member, ObjectType of, @Nullable Object filter);

    /** Notes that the input names a record by its name, which has to stay for as long. */
    void names(String object, String name);

    /** Checks a verb of the flow's object, named in its own member, and its input. */
    void verb(@Nullable String verb, String member, Map<String, @Nullable Object> input);
}
