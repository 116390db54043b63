package io.hemai.merging;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Bin;
import io.hemai.records.Records;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings back what people kept of both records, of which a merge left them one. */
@Component
class KeptTwice {
    private final Records records;
    private final Metadata metadata;
    private final MergeTrail trail;
    private final Bin bin;

    KeptTwice(Records records, Metadata metadata, MergeTrail trail, Bin bin) {
        this.records = records;
        this.metadata = metadata;
        this.trail = trail;
        this.bin = bin;
    }

    /** Only what went with the merge itself: what people took off since stays off. */
    void bringBack(RecordId merge, Collection<Move> moves) {
        Map<String, Set<RecordId>> byObject = moves.stream()
                .map(Move::record)
                .collect(Collectors.groupingBy(
                        record -> record.object(), Collectors.mapping(record -> record.id(), Collectors.toSet())));
        byObject.forEach((object, ids) -> metadata.current()
                .find(object)
                .filter(type -> type.is(ObjectTrait.PERSONAL) && !type.is(ObjectTrait.UNRECORDED))
                .ifPresent(type -> gone(type, ids).stream()
                        .filter(id -> trail.deleted(merge, type, id) && bin.holds(object, id))
                        .forEach(id -> bin.restore(object, id))));
    }

    private List<RecordId> gone(ObjectType type, Set<RecordId> ids) {
        Set<RecordId> there = records.rows(type.name(), ids).keySet();
        return ids.stream().filter(id -> !there.contains(id)).sorted().toList();
    }
}
