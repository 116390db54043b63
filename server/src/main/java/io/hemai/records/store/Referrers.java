package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.OnDelete;
import io.hemai.records.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds the records that lead to those about to go. */
@Component
public class Referrers {
    private static final int COUNTED = 1_000;
    private static final Name CHILD = DSL.name("child");

    private final Jdbc jdbc;
    private final Metadata metadata;

    Referrers(Jdbc jdbc, Metadata metadata) {
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /**
     * How many records of an object hold one back.
     *
     * @param count as people read it: beyond {@value #COUNTED} nobody counts on
     */
    public record Held(String object, String count) {}

    /** The changes that other records forbid, each with everybody who does. */
    public Map<Change, List<Held>> restricting(ObjectType type, List<Change> going) {
        Map<RecordId, Change> byId = new HashMap<>();
        going.forEach(change -> byId.put(change.id(), change));
        Map<Change, List<Held>> held = new LinkedHashMap<>();
        for (Link link : links(type, OnDelete.RESTRICT)) {
            counts(link, type, byId.keySet())
                    .forEach((target, count) -> held.computeIfAbsent(
                                    Objects.requireNonNull(byId.get(target)), c -> new ArrayList<>())
                            .add(new Held(link.from(), count > COUNTED ? COUNTED + "+" : String.valueOf(count))));
        }
        return held;
    }

    /** How many records that stay lead to each target by the link; those without one are left out. */
    private Map<RecordId, Integer> counts(Link link, ObjectType type, Collection<RecordId> targets) {
        List<UUID> ids = targets.stream().map(RecordId::value).toList();
        ObjectType child = metadata.current().require(link.from());
        Condition leading =
                Tables.uuid(CHILD, link.name()).eq(Tables.id(Aliases.ROOT)).and(staying(link, type, ids));
        Field<Integer> count = DSL.field(DSL.selectCount()
                .from(DSL.selectOne()
                        .from(Tables.of(child).as(CHILD))
                        .where(leading)
                        .limit(DSL.inline(COUNTED + 1))
                        .asTable("c")));
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT), count)
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT).in(ids)),
                result -> {
                    Map<RecordId, Integer> found = new LinkedHashMap<>();
                    while (result.next()) {
                        if (result.getInt(2) > 0) {
                            found.put(new RecordId(result.getObject(1, UUID.class)), result.getInt(2));
                        }
                    }
                    return found;
                });
    }

    private static Condition staying(Link link, ObjectType type, List<UUID> going) {
        return link.from().equals(type.name()) ? Tables.id(CHILD).notIn(going) : DSL.noCondition();
    }

    /** The links into the object that end that way, without the traces of who created and changed. */
    List<Link> links(ObjectType type, OnDelete onDelete) {
        return metadata.current().into(type).stream()
                .filter(link -> link.type().onDelete() == onDelete && !CommonFields.kept(link.field()))
                .toList();
    }

    /** Up to so many records that lead to the targets by the link, with the target of each. */
    Map<RecordId, RecordId> children(Link link, Collection<RecordId> targets, int most) {
        ObjectType child = metadata.current().require(link.from());
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT), Tables.uuid(Aliases.ROOT, link.name()))
                        .from(Tables.of(child).as(Aliases.ROOT))
                        .where(Tables.uuid(Aliases.ROOT, link.name())
                                .in(targets.stream().map(RecordId::value).toList()))
                        .limit(DSL.inline(most)),
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
