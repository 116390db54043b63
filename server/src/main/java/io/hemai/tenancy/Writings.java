package io.hemai.tenancy;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How much was ever written into tables of the tenants, as PostgreSQL's statistics know it without a look into them. */
@Component
public final class Writings {
    private final DSLContext sql;

    Writings(DSLContext sql) {
        this.sql = sql;
    }

    /** By the schema of each tenant, how many rows have ever been written into its tables of these names. */
    Map<String, Long> of(Collection<String> tables) {
        Field<String> schema = DSL.field(DSL.name("n", "nspname"), SQLDataType.VARCHAR);
        Field<Object> table = DSL.field(DSL.name("c", "oid"));
        Field<Long> rows = DSL.function(DSL.name("pg_stat_get_tuples_inserted"), SQLDataType.BIGINT, table)
                .plus(DSL.function(DSL.name("pg_stat_get_tuples_updated"), SQLDataType.BIGINT, table));
        Field<Long> written = DSL.sum(rows).cast(SQLDataType.BIGINT);
        return sql.select(schema, written)
                .from(DSL.table(DSL.name("pg_catalog", "pg_class")).as("c"))
                .join(DSL.table(DSL.name("pg_catalog", "pg_namespace")).as("n"))
                .on(DSL.field(DSL.name("n", "oid")).eq(DSL.field(DSL.name("c", "relnamespace"))))
                .where(DSL.field(DSL.name("c", "relname"), SQLDataType.VARCHAR).in(tables))
                .groupBy(schema)
                .fetchMap(schema, written);
    }
}
