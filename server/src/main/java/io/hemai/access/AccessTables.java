package io.hemai.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The two tables of this module: the roles that the company changed or made, and what is shared with whom. */
@Component
@Order(15)
class AccessTables implements TenantSetup {
    static final Field<String> ROLE_NAME = field(name("name"), SQLDataType.VARCHAR.notNull());
    static final Field<JSONB> ROLE = field(name("role"), SQLDataType.JSONB.notNull());

    static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR.notNull());
    static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID.notNull());
    static final Field<UUID> USER = field(name("user"), SQLDataType.UUID);
    static final Field<UUID> DEPARTMENT = field(name("department"), SQLDataType.UUID);
    static final Field<String> LEVEL = field(name("level"), SQLDataType.VARCHAR.notNull());
    static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<UUID> CREATED_BY = field(name("created_by"), SQLDataType.UUID);

    private final DSLContext sql;

    AccessTables(DSLContext sql) {
        this.sql = sql;
    }

    static Table<Record> roles() {
        return table(name(CurrentTenant.get().schema(), "meta_role"));
    }

    static Table<Record> shares() {
        return table(name(CurrentTenant.get().schema(), "share"));
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(roles())
                .columns(ROLE_NAME, ROLE)
                .constraints(DSL.primaryKey(ROLE_NAME))
                .execute();
        sql.createTableIfNotExists(shares())
                .columns(OBJECT, RECORD, USER, DEPARTMENT, LEVEL, CREATED_AT, CREATED_BY)
                .constraints(
                        DSL.constraint("share_with_one").check(USER.isNull().ne(DEPARTMENT.isNull())))
                .execute();
        // from the record (also tells one share from another), and from the person or department to the records
        sql.createUniqueIndexIfNotExists("share_record_user")
                .on(shares(), RECORD, USER)
                .where(USER.isNotNull())
                .execute();
        sql.createUniqueIndexIfNotExists("share_record_department")
                .on(shares(), RECORD, DEPARTMENT)
                .where(DEPARTMENT.isNotNull())
                .execute();
        sql.createIndexIfNotExists("share_user")
                .on(shares(), USER, OBJECT, LEVEL)
                .include(RECORD)
                .where(USER.isNotNull())
                .execute();
        sql.createIndexIfNotExists("share_department")
                .on(shares(), DEPARTMENT, OBJECT, LEVEL)
                .include(RECORD)
                .where(DEPARTMENT.isNotNull())
                .execute();
    }
}
