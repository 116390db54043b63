package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.OnDelete;
import io.hemai.records.Change;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Writes the bin. */
@Component
public class BinStore {
    static final Field<UUID> BIN = DSL.field(DSL.name("bin"), SQLDataType.UUID);
    static final Field<String> OBJECT = DSL.field(DSL.name("object"), SQLDataType.VARCHAR);
    static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);

    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> LABEL = DSL.field(DSL.name("label"), SQLDataType.VARCHAR);

    private final Jdbc jdbc;
    private final Referrers referrers;

    BinStore(Jdbc jdbc, Referrers referrers) {
        this.jdbc = jdbc;
        this.referrers = referrers;
    }

    /** The links by which dependants go too. */
    public List<Link> cascading(ObjectType type) {
        return referrers.links(type, OnDelete.CASCADE);
    }

    /** The links that become empty. */
    public List<Link> clearing(ObjectType type) {
        return referrers.links(type, OnDelete.CLEAR);
    }

    /** Up to so many records that lead to the targets by the link, with the target of each. */
    public Map<RecordId, RecordId> children(Link link, Collection<RecordId> targets, int most) {
        return referrers.children(link, targets, most);
    }

    /**
     * Opens an entry for each record that somebody deleted.
     *
     * @param entries the entry of each record
     */
    public void open(List<Change> roots, Map<RecordId, RecordId> entries, Instant now) {
        List<Query> inserts = new ArrayList<>();
        for (Change root : roots) {
            RecordId entry = java.util.Objects.requireNonNull(entries.get(root.id()));
            inserts.add(DSL.insertInto(Tables.named("bin"))
                    .set(ID, entry.value())
                    .set(OBJECT, root.type().name())
                    .set(RECORD, root.id().value())
                    .set(LABEL, root.row().label())
                    .set(
                            DSL.field(DSL.name("deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                            now.atOffset(java.time.ZoneOffset.UTC))
                    .set(
                            DSL.field(DSL.name("deleted_by"), SQLDataType.UUID),
                            Acting.user()
                                    .map(UserIdentity::user)
                                    .map(RecordId::value)
                                    .orElse(null))
                    .set(
                            DSL.field(DSL.name("deleted_by_label"), SQLDataType.VARCHAR),
                            Acting.who().label()));
        }
        if (!inserts.isEmpty()) {
            jdbc.write(inserts);
        }
    }

    /** Keeps the rows of the records as they stand. */
    public void keep(ObjectType type, Map<RecordId, RecordId> entries) {
        Name at = Aliases.ROOT;
        List<Query> inserts = new ArrayList<>();
        entries.forEach((record, entry) -> inserts.add(DSL.insertInto(
                        Tables.named("bin_row"), BIN, OBJECT, RECORD, DSL.field(DSL.name("data"), SQLDataType.JSONB))
                .select(DSL.select(DSL.val(entry.value()), DSL.val(type.name()), Tables.id(at), RawSql.rowAsJson(at))
                        .from(Tables.of(type).as(at))
                        .where(Tables.id(at).eq(record.value())))));
        jdbc.write(inserts);
    }

    /** Keeps which links become empty, so that they can be set again. */
    public void keepLinks(Link link, Map<RecordId, RecordId> targets, Map<RecordId, RecordId> entries) {
        List<Query> inserts = new ArrayList<>();
        targets.forEach((record, target) -> inserts.add(DSL.insertInto(Tables.named("bin_link"))
                .set(BIN, java.util.Objects.requireNonNull(entries.get(target)).value())
                .set(OBJECT, link.from())
                .set(RECORD, record.value())
                .set(DSL.field(DSL.name("field"), SQLDataType.VARCHAR), link.name())
                .set(DSL.field(DSL.name("target"), SQLDataType.UUID), target.value())));
        jdbc.write(inserts);
    }

    /** Makes an entry of its own of what was left in one, which comes back by hand. */
    public void standAlone(BinReader.Entry entry, Row record) {
        jdbc.write(List.of(DSL.update(Tables.named("bin"))
                .set(OBJECT, record.type().name())
                .set(RECORD, record.id().value())
                .set(LABEL, record.label())
                .where(ID.eq(entry.id().value()))));
    }

    /** Forgets all of an object that is gone for good, and what went with its records. */
    public void forget(String object) {
        jdbc.write(List.of(DSL.deleteFrom(Tables.named("bin")).where(OBJECT.eq(object))));
        jdbc.write(List.of(DSL.deleteFrom(Tables.named("bin_row")).where(OBJECT.eq(object))));
        jdbc.write(List.of(DSL.deleteFrom(Tables.named("bin"))
                .where(ID.notIn(DSL.select(BIN).from(Tables.named("bin_row"))))));
    }
}
