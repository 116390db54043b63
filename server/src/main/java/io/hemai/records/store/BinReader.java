package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.database.RawSql;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the bin: what is in it, and the rows of an entry as they come back. */
@Component
public class BinReader {
    private static final org.jooq.Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final org.jooq.Field<String> LABEL = DSL.field(DSL.name("label"), SQLDataType.VARCHAR);
    private static final org.jooq.Field<OffsetDateTime> AT =
            DSL.field(DSL.name("deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<UUID> BY = DSL.field(DSL.name("deleted_by"), SQLDataType.UUID);
    private static final org.jooq.Field<String> BY_LABEL = DSL.field(DSL.name("deleted_by_label"), SQLDataType.VARCHAR);

    private static final Name ENTRY = DSL.name("b");
    private static final Name ROW = DSL.name("r");
    private static final Name LINK = DSL.name("l");

    private final DSLContext sql;
    private final Jdbc jdbc;
    private final Metadata metadata;

    BinReader(DSLContext sql, Jdbc jdbc, Metadata metadata) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.metadata = metadata;
    }

    /**
     * A deletion.
     *
     * @param id of the entry
     * @param cascade how many records went with it
     */
    public record Entry(
            RecordId id,
            String object,
            RecordId record,
            String label,
            Instant at,
            @Nullable RecordId by,
            String byLabel,
            int cascade) {
        /** The same under another label. */
        public Entry called(String shown) {
            return new Entry(id, object, record, shown, at, by, byLabel, cascade);
        }
    }

    /**
     * Which deletions, from the newest on.
     *
     * @param objects of their records only; empty for all
     * @param record of it only; null for all
     * @param after from behind this entry on; null for the first ones
     */
    public record Wanted(
            List<String> objects,
            @Nullable RecordId record,
            @Nullable RecordId after,
            int limit) {}

    /** A link that became empty when its target was deleted. */
    public record EmptiedLink(String object, RecordId record, String field, RecordId target) {}

    /**
     * The entries that somebody may know of.
     *
     * @param whole names of the objects of which every entry counts
     * @param own names of those of which only the person's own deletions do
     */
    public List<Entry> entries(@Nullable RecordId person, List<String> whole, List<String> own, Wanted wanted) {
        Condition visible = BinStore.OBJECT.in(whole);
        if (person != null) {
            visible = visible.or(BY.eq(person.value()).and(BinStore.OBJECT.in(own)));
        }
        return sql.select(ID, BinStore.OBJECT, BinStore.RECORD, LABEL, AT, BY, BY_LABEL, cascade())
                .from(Tables.named("bin").as(ENTRY))
                .where(visible)
                .and(stands())
                .and(wanted.objects().isEmpty() ? DSL.noCondition() : BinStore.OBJECT.in(wanted.objects()))
                .and(
                        wanted.record() == null
                                ? DSL.noCondition()
                                : BinStore.RECORD.eq(wanted.record().value()))
                .and(
                        wanted.after() == null
                                ? DSL.noCondition()
                                : ID.lt(wanted.after().value()))
                .orderBy(ID.desc())
                .limit(wanted.limit())
                .fetch(this::entry);
    }

    /** The newest deletion of the record. */
    public Optional<Entry> entry(String object, RecordId record) {
        return sql.select(ID, BinStore.OBJECT, BinStore.RECORD, LABEL, AT, BY, BY_LABEL, cascade())
                .from(Tables.named("bin").as(ENTRY))
                .where(BinStore.OBJECT.eq(object))
                .and(BinStore.RECORD.eq(record.value()))
                .and(stands())
                .orderBy(ID.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional(this::entry);
    }

    /**
     * Entries of which a part was left when their record came back, since its object was away.
     *
     * @param objects names of those that are there
     */
    public List<RecordId> left(List<String> objects) {
        return sql.select(ID)
                .from(Tables.named("bin").as(ENTRY))
                .where(DSL.not(stands()))
                .and(DSL.exists(rows().and(BinStore.OBJECT.in(objects))))
                .orderBy(ID)
                .fetch(row -> new RecordId(row.value1()));
    }

    /** The entry, if nobody took it out of the bin meanwhile. */
    public Optional<Entry> entry(RecordId id) {
        return sql.select(ID, BinStore.OBJECT, BinStore.RECORD, LABEL, AT, BY, BY_LABEL, cascade())
                .from(Tables.named("bin").as(ENTRY))
                .where(ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::entry);
    }

    /** The record whose deletion it was is in the bin still. */
    private static Condition stands() {
        return DSL.exists(rows().and(Tables.uuid(ROW, "record").eq(Tables.uuid(ENTRY, "record"))));
    }

    private static SelectConditionStep<?> rows() {
        return DSL.selectOne()
                .from(Tables.named("bin_row").as(ROW))
                .where(Tables.uuid(ROW, "bin").eq(Tables.id(ENTRY)));
    }

    private static org.jooq.Field<Integer> cascade() {
        return DSL.field(DSL.select(DSL.count().minus(1))
                .from(Tables.named("bin_row").as(ROW))
                .where(Tables.uuid(ROW, "bin").eq(Tables.id(ENTRY))));
    }

    private Entry entry(Record row) {
        UUID by = row.get(BY);
        return new Entry(
                new RecordId(row.get(ID)),
                row.get(BinStore.OBJECT),
                new RecordId(row.get(BinStore.RECORD)),
                row.get(LABEL),
                row.get(AT).toInstant(),
                by == null ? null : new RecordId(by),
                row.get(BY_LABEL),
                row.get(7, Integer.class));
    }

    /** The rows of the entry by object, in the order in which they went. */
    public Map<ObjectType, List<Row>> rows(Entry entry) {
        Map<String, List<String>> data = new LinkedHashMap<>();
        sql.select(BinStore.OBJECT, DSL.field(DSL.name("data"), SQLDataType.JSONB))
                .from(Tables.named("bin_row"))
                .where(BinStore.BIN.eq(entry.id().value()))
                .orderBy(DSL.field(DSL.name("place")))
                .forEach(row -> data.computeIfAbsent(row.value1(), o -> new ArrayList<>())
                        .add(row.value2().data()));
        Map<ObjectType, List<Row>> rows = new LinkedHashMap<>();
        data.forEach((object, kept) -> metadata.current()
                .find(object)
                .ifPresent(type -> rows.put(type, typed(type, JSONB.valueOf("[" + String.join(",", kept) + "]")))));
        return rows;
    }

    private List<Row> typed(ObjectType type, JSONB kept) {
        Name at = Aliases.ROOT;
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        type.fields().forEach(f -> columns.addAll(Tables.columns(at, f)));
        return jdbc.read(
                DSL.select(columns).from(RawSql.rowsFromJson(Tables.qualified(type.name()), DSL.val(kept), at)),
                result -> {
                    ResultColumns reader = new ResultColumns(result);
                    List<Row> rows = new ArrayList<>();
                    while (result.next()) {
                        @Nullable
                        Object[] values = new @Nullable Object[type.fields().size()];
                        int column = 1;
                        for (int i = 0; i < values.length; i++) {
                            Field<?> field = type.fields().get(i);
                            values[i] = field.type().load(reader.at(column));
                            column += field.type().columns().size();
                        }
                        rows.add(new Row(type, values));
                    }
                    return rows;
                });
    }

    /** The rows of those of the records that are in the bin, as a table with the columns of the object's own; empty for none. */
    Optional<Table<? extends Record>> rows(ObjectType type, Collection<RecordId> records) {
        List<String> kept = sql.select(DSL.field(DSL.name("data"), SQLDataType.JSONB))
                .from(Tables.named("bin_row"))
                .where(BinStore.OBJECT.eq(type.name()))
                .and(BinStore.RECORD.in(records.stream().map(RecordId::value).toList()))
                .fetch(row -> row.value1().data());
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(RawSql.rowsFromJson(
                        Tables.qualified(type.name()),
                        DSL.val(JSONB.valueOf("[" + String.join(",", kept) + "]")),
                        Aliases.ROOT));
    }

    /**
     * Takes records out of the bin that are back, and with its last one the entry.
     *
     * @param back the objects whose records are
     * @return the links that became empty with the entry and led to what is back
     */
    public List<EmptiedLink> take(Entry entry, Collection<ObjectType> back) {
        UUID id = entry.id().value();
        sql.deleteFrom(Tables.named("bin_row"))
                .where(BinStore.BIN.eq(id))
                .and(BinStore.OBJECT.in(back.stream().map(ObjectType::name).toList()))
                .execute();
        List<EmptiedLink> emptied = sql.select(
                        BinStore.OBJECT,
                        BinStore.RECORD,
                        DSL.field(DSL.name("field"), SQLDataType.VARCHAR),
                        DSL.field(DSL.name("target"), SQLDataType.UUID))
                .from(Tables.named("bin_link").as(LINK))
                .where(leadBack(id))
                .fetch(row -> new EmptiedLink(
                        row.value1(), new RecordId(row.value2()), row.value3(), new RecordId(row.value4())));
        sql.deleteFrom(Tables.named("bin_link").as(LINK)).where(leadBack(id)).execute();
        sql.deleteFrom(Tables.named("bin").as(ENTRY))
                .where(ID.eq(id))
                .andNotExists(rows())
                .execute();
        return emptied;
    }

    private static Condition leadBack(UUID entry) {
        return BinStore.BIN
                .eq(entry)
                .andNotExists(DSL.selectOne()
                        .from(Tables.named("bin_row").as(ROW))
                        .where(Tables.uuid(ROW, "bin").eq(entry))
                        .and(Tables.uuid(ROW, "record").eq(Tables.uuid(LINK, "target"))));
    }
}
