package io.hemai.records.store;

import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts the records that are numbered. A counter is held until the transaction ends, so that no number is lost or comes twice. */
@Component
@Order(14)
public class NumberCounters implements TenantSetup {
    private static final String TABLE = "number_counter";
    /** Object and field. */
    private static final Field<String> FIELD = DSL.field(DSL.name("field"), SQLDataType.CLOB.nullable(false));

    private static final Field<String> COUNTER = DSL.field(DSL.name("counter"), SQLDataType.CLOB.nullable(false));
    private static final Field<Long> COUNT = DSL.field(DSL.name("count"), SQLDataType.BIGINT.nullable(false));
    private static final Field<Long> STANDING = DSL.field(DSL.name(TABLE, "count"), SQLDataType.BIGINT);

    private final DSLContext sql;

    NumberCounters(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void prepare(Tenant tenant) {
        Name table = DSL.name(tenant.schema(), TABLE);
        sql.createTableIfNotExists(table)
                .columns(FIELD, COUNTER, COUNT)
                .primaryKey(FIELD, COUNTER)
                .execute();
    }

    /**
     * Takes so many counts and gives the last of them.
     *
     * @param least what was counted by others at least, such as by the system that records are imported from
     */
    public long take(String object, String field, String counter, int many, long least) {
        return sql.insertInto(Tables.named(TABLE), FIELD, COUNTER, COUNT)
                .values(object + "." + field, counter, least + many)
                .onConflict(FIELD, COUNTER)
                .doUpdate()
                .set(COUNT, DSL.greatest(STANDING, DSL.val(least)).plus(many))
                .returningResult(COUNT)
                .fetchSingle()
                .value1();
    }
}
