package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.AboutType;
import io.hemai.metadata.fieldtype.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds what stays of work, or is none of its doing, and leads to records that the work made. */
@Component
public class Attached {
    private static final Name CHILD = DSL.name("child");

    private final Jdbc jdbc;
    private final Metadata metadata;

    Attached(Jdbc jdbc, Metadata metadata) {
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /**
     * Of the records, those to which others lead that stay, each with the objects of these.
     *
     * @param going the records that would go together
     */
    public Map<RecordId, Set<ObjectType>> staying(WorkTrail.Work work, ObjectType type, Collection<RecordId> going) {
        List<UUID> ids = going.stream().map(RecordId::value).toList();
        Map<RecordId, Set<ObjectType>> found = new LinkedHashMap<>();
        for (ObjectType child : metadata.current().all()) {
            if (child.is(ObjectTrait.INTERNAL)) {
                continue; // what modules note about records for themselves, they hold them by
            }
            for (Field<UUID> leading : leading(type, child, CHILD)) {
                // what the work made of the same object has been decided about, so whatever is there stays
                Condition stays = child.name().equals(type.name())
                        ? Tables.id(CHILD).notIn(ids)
                        : WorkTrail.isOfOthers(work, child, CHILD);
                Condition led = DSL.exists(DSL.selectOne()
                        .from(Tables.of(child).as(CHILD))
                        .where(leading.eq(Tables.id(Aliases.ROOT)))
                        .and(stays));
                read(type, ids, led)
                        .forEach(id ->
                                found.computeIfAbsent(id, i -> new HashSet<>()).add(child));
            }
        }
        return found;
    }

    /** The columns of one object, by that alias, that lead to records of another. */
    static List<Field<UUID>> leading(ObjectType type, ObjectType child, Name alias) {
        List<Field<UUID>> columns = new ArrayList<>();
        child.fields().stream().filter(field -> !CommonFields.kept(field)).forEach(field -> {
            if (field.type() instanceof LinkType link && link.target().equals(type.name())) {
                columns.add(Tables.uuid(alias, field.name()));
            } else if (field.type() instanceof AboutType && !isNoted(child, field)) {
                columns.add(Tables.first(alias, field).coerce(UUID.class));
            }
        });
        return columns;
    }

    /** That somebody follows a record or has opened it is no work on it. */
    private static boolean isNoted(ObjectType child, io.hemai.metadata.Field<?> field) {
        return child.is(ObjectTrait.PERSONAL) && (field.has(Trait.FIXED) || field.has(Trait.READ_ONLY));
    }

    private List<RecordId> read(ObjectType type, List<UUID> ids, Condition attached) {
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT).in(ids))
                        .and(attached),
                result -> {
                    List<RecordId> found = new ArrayList<>();
                    while (result.next()) {
                        found.add(new RecordId(result.getObject(1, UUID.class)));
                    }
                    return found;
                });
    }
}
