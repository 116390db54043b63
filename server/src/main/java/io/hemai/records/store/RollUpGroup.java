package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RollUp;
import java.util.List;
import java.util.Set;

/**
 * Roll-ups of one parent over the same link, which one pass over the children computes.
 *
 * @param sources the children's fields whose change may change a value
 */
public record RollUpGroup(
        ObjectType parent, ObjectType child, Field<RecordId> link, List<RollUp> rollUps, Set<String> sources) {
    public RollUpGroup {
        rollUps = List.copyOf(rollUps);
        sources = Set.copyOf(sources);
    }
}
