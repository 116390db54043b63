package io.hemai.search;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.hemai.database.RawDdl;
import io.hemai.database.RawSql;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The search's own two tables: one row for each record that can be found, and which fields of each object are in it. */
@Component
@Order(40)
class SearchTables implements TenantSetup {
    /** Compares bytes, so that "begins with" can use an index whatever the database's own order is. */
    private static final DataType<String> BYTES = SQLDataType.CLOB.notNull().collation(collation("C"));

    static final Field<UUID> RECORD = field(name("e", "record"), SQLDataType.UUID.notNull());
    static final Field<String> OBJECT = field(name("e", "object"), SQLDataType.CLOB.notNull());
    static final Field<String> FIELDS = field(name("e", "fields"), SQLDataType.CLOB.notNull());
    static final Field<String> TEXT = field(name("e", "text"), BYTES);
    static final Field<String> INITIALS = field(name("e", "initials"), BYTES);
    static final Field<String> PINYIN = field(name("e", "pinyin"), BYTES);

    private final DSLContext sql;
    private final RawDdl raw;

    SearchTables(DSLContext sql, RawDdl raw) {
        this.sql = sql;
        this.raw = raw;
    }

    /** What can be found, without an alias. */
    static Table<Record> entries() {
        return table(name(CurrentTenant.get().schema(), "search_entry"));
    }

    /** The same for reading. */
    static Table<Record> e() {
        return entries().as(name("e"));
    }

    /** Which fields of each object the entries were made from. */
    static Table<Record> states() {
        return table(name(CurrentTenant.get().schema(), "search_state"));
    }

    /** A column without the alias. */
    static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(entries())
                .columns(bare(RECORD), bare(OBJECT), bare(FIELDS), bare(TEXT), bare(INITIALS), bare(PINYIN))
                .constraints(DSL.primaryKey(bare(RECORD)))
                .execute();
        sql.createTableIfNotExists(states())
                .columns(bare(OBJECT), bare(FIELDS))
                .constraints(DSL.primaryKey(bare(OBJECT)))
                .execute();
        raw.createGinIndex(name("search_entry_grams"), entries().getQualifiedName(), null, RawSql.grams(bare(TEXT)));
        sql.createIndexIfNotExists("search_entry_initials")
                .on(entries(), bare(INITIALS))
                .execute();
        sql.createIndexIfNotExists("search_entry_pinyin")
                .on(entries(), bare(PINYIN))
                .execute();
    }
}
