package io.hemai.metadata.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a schema remembers of its own shape: the fingerprint of the last comparison, the migrations that ran. */
@Component
class MetaState {
    private static final String SHAPE = "shape";
    private static final Field<String> KEY = field(name("key"), SQLDataType.CLOB.notNull());
    private static final Field<String> VALUE = field(name("value"), SQLDataType.CLOB.notNull());
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT.notNull());

    private final DSLContext sql;

    MetaState(DSLContext sql) {
        this.sql = sql;
    }

    void createTables(String schema) {
        sql.createTableIfNotExists(state(schema))
                .columns(KEY, VALUE)
                .constraint(primaryKey(KEY))
                .execute();
        sql.createTableIfNotExists(migrations(schema))
                .columns(NUMBER)
                .constraint(primaryKey(NUMBER))
                .execute();
    }

    /** The fingerprint of the shape that the schema has; empty when it has none yet. */
    String shape(String schema) {
        String known =
                sql.select(VALUE).from(state(schema)).where(KEY.eq(SHAPE)).fetchOne(VALUE);
        return known == null ? "" : known;
    }

    void shaped(String schema, String fingerprint) {
        sql.insertInto(state(schema))
                .set(KEY, SHAPE)
                .set(VALUE, fingerprint)
                .onConflict(KEY)
                .doUpdate()
                .set(VALUE, fingerprint)
                .execute();
    }

    Set<Long> migrated(String schema) {
        return sql.select(NUMBER).from(migrations(schema)).fetchSet(NUMBER);
    }

    void migrated(String schema, long number) {
        sql.insertInto(migrations(schema)).set(NUMBER, number).execute();
    }

    private static Table<Record> state(String schema) {
        return table(name(schema, "meta_state"));
    }

    private static Table<Record> migrations(String schema) {
        return table(name(schema, "meta_migration"));
    }
}
