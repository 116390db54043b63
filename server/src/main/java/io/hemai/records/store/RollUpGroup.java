package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RollUp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Roll-ups of one parent over the same link, which one pass over the children computes. */
public record RollUpGroup(ObjectType parent, ObjectType child, Field<RecordId> link, List<RollUp> rollUps) {
    public RollUpGroup {
        rollUps = List.copyOf(rollUps);
    }

    /** The children's fields whose change may change a value. */
    public Set<String> sources() {
        return rollUps.stream().flatMap(r -> r.sources().stream()).collect(Collectors.toSet());
    }
}
