package io.hemai.search;

import static io.hemai.search.SearchTables.FIELDS;
import static io.hemai.search.SearchTables.INITIALS;
import static io.hemai.search.SearchTables.OBJECT;
import static io.hemai.search.SearchTables.PINYIN;
import static io.hemai.search.SearchTables.RECORD;
import static io.hemai.search.SearchTables.TEXT;
import static io.hemai.search.SearchTables.bare;
import static io.hemai.search.SearchTables.entries;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.hemai.database.Jdbc;
import io.hemai.database.RawDdl;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what can be found; always within the transaction that is open. */
@Component
class SearchEntries {
    /** Records from which their entries go into the index of runs all at once, for a third of the work. */
    private static final int MANY = 100;

    /** More than the entries of most chunks take while they wait for that; those of others go there on their way. */
    private static final String WAITING = "16MB";

    private static final List<Field<?>> COLUMNS =
            List.of(bare(RECORD), bare(OBJECT), bare(FIELDS), bare(TEXT), bare(INITIALS), bare(PINYIN));

    private final DSLContext sql;
    private final Jdbc jdbc;

    SearchEntries(DSLContext sql, Jdbc jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Begins to find new records. */
    <T> void add(String object, Collection<T> records, Function<T, RecordId> id, Function<T, SearchText> text) {
        if (records.isEmpty()) {
            return;
        }
        boolean many = records.size() >= MANY;
        if (many) {
            call(pendingLimit(WAITING));
        }
        jdbc.insert(
                shape("add"), entries(), COLUMNS, records, record -> row(object, id.apply(record), text.apply(record)));
        if (many) {
            call(DSL.function(name("platform", "search_settled"), SQLDataType.OTHER), pendingLimit(RawDdl.GIN_PENDING));
        }
    }

    /** Sets it until the transaction ends. */
    private static Field<?> pendingLimit(String size) {
        return DSL.function(
                name("set_config"), SQLDataType.VARCHAR, inline("gin_pending_list_limit"), inline(size), inline(true));
    }

    private void call(Field<?>... functions) {
        sql.select(functions).fetch();
    }

    /** Keeps what the records say now. */
    void put(String object, Map<RecordId, SearchText> texts) {
        if (!texts.isEmpty()) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            texts.forEach((id, text) -> rows.add(row(object, id, text)));
            jdbc.write(jdbc.fixed(shape("put"), SearchEntries::upsert), rows);
        }
    }

    private static List<Object> shape(String way) {
        return List.of("search_entry", way, CurrentTenant.get().id());
    }

    private static List<@Nullable Object> row(String object, RecordId id, SearchText text) {
        return List.of(id.value(), object, text.fields(), text.text(), text.initials(), text.pinyin());
    }

    private static Query upsert() {
        return DSL.insertInto(entries())
                .columns(COLUMNS)
                .values(new @Nullable Object[COLUMNS.size()])
                .onConflict(bare(RECORD))
                .doUpdate()
                .set(bare(FIELDS), excluded(bare(FIELDS)))
                .set(bare(TEXT), excluded(bare(TEXT)))
                .set(bare(INITIALS), excluded(bare(INITIALS)))
                .set(bare(PINYIN), excluded(bare(PINYIN)));
    }

    /** Forgets the records. */
    void remove(Collection<RecordId> records) {
        if (!records.isEmpty()) {
            sql.deleteFrom(entries())
                    .where(bare(RECORD).in(records.stream().map(RecordId::value).toList()))
                    .execute();
        }
    }

    /** Forgets every record of objects that are no more. */
    void removeOthers(Collection<String> objects) {
        sql.deleteFrom(entries()).where(bare(OBJECT).notIn(objects)).execute();
        sql.deleteFrom(SearchTables.states()).where(bare(OBJECT).notIn(objects)).execute();
    }

    /** Which fields each object's entries were made from, by object. */
    Map<String, String> states() {
        Field<String> object = bare(OBJECT);
        Field<String> fields = bare(FIELDS);
        return sql.select(object, fields).from(SearchTables.states()).fetchMap(object, fields);
    }

    /** How many records of the object have entries made from these fields. */
    long count(String object, List<String> fields) {
        return sql.fetchCount(DSL.selectOne()
                .from(entries())
                .where(bare(OBJECT).eq(object))
                .and(bare(FIELDS).eq(String.join(",", fields))));
    }

    /** Says which fields an object's entries are made from. */
    void state(String object, List<String> fields) {
        String joined = String.join(",", fields);
        sql.insertInto(SearchTables.states())
                .columns(bare(OBJECT), bare(FIELDS))
                .values(object, joined)
                .onConflict(bare(OBJECT))
                .doUpdate()
                .set(bare(FIELDS), joined)
                .execute();
    }
}
