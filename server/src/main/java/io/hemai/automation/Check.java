package io.hemai.automation;

import io.hemai.kernel.ErrorCode;
import io.hemai.metadata.ObjectType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with the input of a step or trigger, each beside its place in the definition. */
public interface Check {
    /** The object whose records the flow is about. */
    ObjectType type();

    /** Notes what is wrong with a member of the input. */
    void refuse(String member, ErrorCode code, Object... args);

    /** Checks values that records of the flow's object are to be given. */
    void values(String member, Map<String, @Nullable Object> values);
}
