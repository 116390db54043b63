package io.hemai.records.transfer;

import io.hemai.access.PeopleSource;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Holding;
import io.hemai.records.store.Attached;
import io.hemai.records.store.UndoRecords;
import io.hemai.records.store.WorkTrail;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What taking acts back works with besides what every run does. */
@Component
record UndoParts(
        WorkTrail trail,
        UndoRecords records,
        Attached attached,
        List<Holding> holdings,
        PeopleSource people,
        RightsOfNow now) {
    /** Those of the records, there or gone, that modules hold, each with the reason. */
    Map<RecordId, ErrorCode> held(ObjectType type, Collection<RecordId> ids) {
        Map<RecordId, ErrorCode> held = new LinkedHashMap<>();
        holdings.forEach(holding -> held.putAll(holding.held(type, ids)));
        return held;
    }
}
