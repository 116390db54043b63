package io.hemai.records;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import java.util.Collection;
import java.util.Map;

/** Why records stay as they are when the act that made them is taken back: a component of the module that knows, found by its type. */
public interface Holding {
    /** Those of the records, there or gone, that stay, each with the reason. */
    Map<RecordId, ErrorCode> held(ObjectType type, Collection<RecordId> records);
}
