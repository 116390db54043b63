package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.OnDelete;
import io.hemai.records.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds the records that lead to those about to go. */
@Component
public class Referrers {
    private final Jdbc jdbc;
    private final Metadata metadata;

    Referrers(Jdbc jdbc, Metadata metadata) {
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /** How many records of an object hold one back. */
    public record Held(String object, int count) {}

    /** The changes that other records forbid, each with who does. */
    public Map<Change, Held> restricting(ObjectType type, List<Change> going) {
        Map<RecordId, Change> byId = new HashMap<>();
        going.forEach(change -> byId.put(change.id(), change));
        Map<Change, Held> held = new LinkedHashMap<>();
        for (Link link : links(type, OnDelete.RESTRICT)) {
            Map<RecordId, Integer> counts = new HashMap<>();
            children(link, byId.keySet()).forEach((child, target) -> {
                if (!(link.from().equals(type.name()) && byId.containsKey(child))) {
                    counts.merge(target, 1, Integer::sum);
                }
            });
            counts.forEach((target, count) -> held.put(byId.get(target), new Held(link.from(), count)));
        }
        return held;
    }

    /** The links into the object that end that way, without the traces of who created and changed. */
    List<Link> links(ObjectType type, OnDelete onDelete) {
        return metadata.current().into(type).stream()
                .filter(link -> link.type().onDelete() == onDelete && !CommonFields.kept(link.field()))
                .toList();
    }

    /** The records that lead to the targets by the link, with the target of each. */
    Map<RecordId, RecordId> children(Link link, Collection<RecordId> targets) {
        ObjectType child = metadata.current().require(link.from());
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT), Tables.uuid(Aliases.ROOT, link.name()))
                        .from(Tables.of(child).as(Aliases.ROOT))
                        .where(Tables.uuid(Aliases.ROOT, link.name())
                                .in(targets.stream().map(RecordId::value).toList())),
                result -> {
                    Map<RecordId, RecordId> found = new LinkedHashMap<>();
                    while (result.next()) {
                        found.put(
                                new RecordId(result.getObject(1, UUID.class)),
                                new RecordId(result.getObject(2, UUID.class)));
                    }
                    return found;
                });
    }
}
