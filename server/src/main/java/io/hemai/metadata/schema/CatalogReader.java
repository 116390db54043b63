package io.hemai.metadata.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads what a schema has from PostgreSQL's own catalog, in three statements. */
@Component
class CatalogReader {
    private static final String PG = "pg_catalog";

    private final DSLContext sql;

    CatalogReader(DSLContext sql) {
        this.sql = sql;
    }

    Catalog read(String schema) {
        Set<String> working = new HashSet<>();
        Set<String> broken = new HashSet<>();
        indexes(schema).forEach((index, valid) -> (valid ? working : broken).add(index));
        return new Catalog(columns(schema), working, broken, references(schema));
    }

    private Map<String, Map<String, String>> columns(String schema) {
        Field<String> column = text("a", "attname");
        Field<String> type = function(
                name(PG, "format_type"),
                SQLDataType.VARCHAR,
                field(name("a", "atttypid")),
                field(name("a", "atttypmod")));
        Map<String, Map<String, String>> columns = new HashMap<>();
        sql.select(text("c", "relname"), column, type)
                .from(catalog("pg_attribute", "a"))
                .join(catalog("pg_class", "c"))
                .on(oid("c", "oid").eq(oid("a", "attrelid")))
                .join(catalog("pg_namespace", "n"))
                .on(oid("n", "oid").eq(oid("c", "relnamespace")))
                .where(text("n", "nspname").eq(schema))
                .and(text("c", "relkind").eq(inline("r")))
                .and(field(name("a", "attnum"), SQLDataType.SMALLINT).gt(inline((short) 0)))
                .and(field(name("a", "attisdropped"), SQLDataType.BOOLEAN).isFalse())
                .forEach(row -> columns.computeIfAbsent(row.value1(), t -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return columns;
    }

    private Map<String, Boolean> indexes(String schema) {
        return sql.select(text("c", "relname"), field(name("i", "indisvalid"), SQLDataType.BOOLEAN))
                .from(catalog("pg_index", "i"))
                .join(catalog("pg_class", "c"))
                .on(oid("c", "oid").eq(oid("i", "indexrelid")))
                .join(catalog("pg_namespace", "n"))
                .on(oid("n", "oid").eq(oid("c", "relnamespace")))
                .where(text("n", "nspname").eq(schema))
                .fetchMap(org.jooq.Record2::value1, org.jooq.Record2::value2);
    }

    private Set<String> references(String schema) {
        return references(schema, noCondition());
    }

    /** Names of foreign keys that may not hold for every row. */
    Set<String> unchecked(String schema) {
        return references(
                schema, field(name("k", "convalidated"), SQLDataType.BOOLEAN).isFalse());
    }

    private Set<String> references(String schema, Condition which) {
        return sql.select(text("k", "conname"))
                .from(catalog("pg_constraint", "k"))
                .join(catalog("pg_namespace", "n"))
                .on(oid("n", "oid").eq(oid("k", "connamespace")))
                .where(text("n", "nspname").eq(schema))
                .and(text("k", "contype").eq(inline("f")))
                .and(which)
                .fetchSet(org.jooq.Record1::value1);
    }

    private static Table<Record> catalog(String table, String alias) {
        return table(name(PG, table)).as(alias);
    }

    private static Field<String> text(String alias, String column) {
        return field(name(alias, column), SQLDataType.VARCHAR);
    }

    private static Field<Long> oid(String alias, String column) {
        return field(name(alias, column), SQLDataType.BIGINT);
    }
}
