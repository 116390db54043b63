package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Finds links that lead to no record, and what the bin keeps of that. */
@Component
public class LostLinkStore {
    private static final Name TARGET = DSL.name("target");
    private static final Name ENTRY = DSL.name("b");
    private static final Name ROW = DSL.name("r");

    private final Jdbc jdbc;
    private final Metadata metadata;

    LostLinkStore(Jdbc jdbc, Metadata metadata) {
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /** Up to so many records whose link leads to none, with what it leads to. */
    public Map<RecordId, RecordId> some(Link link, int most) {
        Field<UUID> led = Tables.uuid(Aliases.ROOT, link.name());
        return pairs(DSL.select(Tables.id(Aliases.ROOT), led)
                .from(Tables.of(type(link.from())).as(Aliases.ROOT))
                .where(led.isNotNull())
                .andNotExists(DSL.selectOne()
                        .from(Tables.of(type(link.target())).as(TARGET))
                        .where(Tables.id(TARGET).eq(led)))
                .limit(DSL.inline(most)));
    }

    /** What records lead to by the link, as far as they lead anywhere; nobody changes them until the transaction ends. */
    public Map<RecordId, RecordId> locked(Link link, Collection<RecordId> records) {
        Field<UUID> led = Tables.uuid(Aliases.ROOT, link.name());
        return pairs(DSL.select(Tables.id(Aliases.ROOT), led)
                .from(Tables.of(type(link.from())).as(Aliases.ROOT))
                .where(Tables.id(Aliases.ROOT).in(values(records)))
                .and(led.isNotNull())
                .orderBy(Tables.id(Aliases.ROOT))
                .forNoKeyUpdate());
    }

    /** Empties the links of records without any further step. */
    public void empty(Link link, Collection<RecordId> records) {
        Field<UUID> id = DSL.field(DSL.name("id"), SQLDataType.UUID);
        Field<UUID> led = DSL.field(DSL.name(link.name()), SQLDataType.UUID);
        jdbc.write(List.of(DSL.update(Tables.of(type(link.from())))
                .set(led, DSL.inline((UUID) null, SQLDataType.UUID))
                .where(id.in(values(records)))));
    }

    /**
     * The entries of the bin in which records of an object wait; those that do not are left out. Whoever is taking one out has
     * done so before, and nobody does until the transaction ends.
     */
    public Map<RecordId, RecordId> entries(String object, Collection<RecordId> records) {
        return pairs(DSL.select(Tables.uuid(ROW, "record"), Tables.id(ENTRY))
                .from(Tables.named("bin_row").as(ROW))
                .join(Tables.named("bin").as(ENTRY))
                .on(Tables.id(ENTRY).eq(Tables.uuid(ROW, "bin")))
                .where(DSL.field(ROW.append("object"), SQLDataType.VARCHAR).eq(object))
                .and(Tables.uuid(ROW, "record").in(values(records)))
                .orderBy(Tables.id(ENTRY))
                .forKeyShare()
                .of(DSL.table(ENTRY)));
    }

    private Map<RecordId, RecordId> pairs(Query query) {
        return jdbc.read(query, result -> {
            Map<RecordId, RecordId> found = new LinkedHashMap<>();
            while (result.next()) {
                found.put(
                        new RecordId(Objects.requireNonNull(result.getObject(1, UUID.class))),
                        new RecordId(Objects.requireNonNull(result.getObject(2, UUID.class))));
            }
            return found;
        });
    }

    private static List<UUID> values(Collection<RecordId> records) {
        return records.stream().map(RecordId::value).toList();
    }

    private ObjectType type(String object) {
        return metadata.current().require(object);
    }
}
