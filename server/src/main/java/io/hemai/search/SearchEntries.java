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

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what can be found; always within the transaction that is open. */
@Component
class SearchEntries {
    private final DSLContext sql;
    private final Jdbc jdbc;

    SearchEntries(DSLContext sql, Jdbc jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Keeps what the records say now. */
    void put(String object, Map<RecordId, SearchText> texts) {
        if (texts.isEmpty()) {
            return;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        texts.forEach((id, text) ->
                rows.add(List.of(id.value(), object, text.fields(), text.text(), text.initials(), text.pinyin())));
        jdbc.write(jdbc.fixed(List.of("search_entry", CurrentTenant.get().id()), SearchEntries::upsert), rows);
    }

    private static Query upsert() {
        return DSL.insertInto(entries())
                .columns(bare(RECORD), bare(OBJECT), bare(FIELDS), bare(TEXT), bare(INITIALS), bare(PINYIN))
                .values((UUID) null, null, null, null, null, null)
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
