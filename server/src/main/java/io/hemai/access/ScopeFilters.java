package io.hemai.access;

import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the filters that roles draw their records by; the records module, which knows the language of filters, answers. */
public interface ScopeFilters {
    /** The filter; a refusal when it is malformed or names a field that the object does not have. Asks nobody's rights. */
    Filter read(ObjectType type, Map<String, @Nullable Object> json);

    /** Refuses a filter that does not fit the object, operands and reached fields included, on behalf of who acts. */
    void check(ObjectType type, Filter filter);
}
