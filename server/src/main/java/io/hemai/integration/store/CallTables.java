package io.hemai.integration.store;

import static org.jooq.impl.DSL.name;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The table of each tenant's messages to webhooks. */
@Component
@Order(18)
class CallTables implements TenantSetup {
    static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID.notNull());
    static final Field<UUID> WEBHOOK = DSL.field(name("webhook"), SQLDataType.UUID.notNull());
    static final Field<String> KEY = DSL.field(name("key"), SQLDataType.CLOB);
    static final Field<String> TYPE = DSL.field(name("type"), SQLDataType.CLOB.notNull());
    static final Field<String> BODY = DSL.field(name("body"), SQLDataType.CLOB.notNull());
    static final Field<String> STATE = DSL.field(name("state"), SQLDataType.CLOB.notNull());
    static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> DUE_AT = DSL.field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> SINCE = DSL.field(name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<Integer> TRIES = DSL.field(name("tries"), SQLDataType.INTEGER.notNull());
    static final Field<Long> FENCE = DSL.field(name("fence"), SQLDataType.BIGINT.notNull());
    static final Field<OffsetDateTime> DELIVERED_AT =
            DSL.field(name("delivered_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<Integer> STATUS = DSL.field(name("status"), SQLDataType.INTEGER);
    static final Field<String> ANSWER = DSL.field(name("answer"), SQLDataType.CLOB);
    static final Field<String> TROUBLE = DSL.field(name("trouble"), SQLDataType.CLOB);

    static final List<Field<?>> COLUMNS = List.of(
            ID,
            WEBHOOK,
            KEY,
            TYPE,
            BODY,
            STATE,
            CREATED_AT,
            DUE_AT,
            SINCE,
            TRIES,
            FENCE,
            DELIVERED_AT,
            STATUS,
            ANSWER,
            TROUBLE);

    static final String CALLS = "webhook_call";

    private final DSLContext sql;

    CallTables(DSLContext sql) {
        this.sql = sql;
    }

    static Table<Record> calls() {
        return DSL.table(name(CurrentTenant.get().schema(), CALLS));
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(name(tenant.schema(), CALLS))
                .columns(COLUMNS)
                .constraints(DSL.primaryKey(ID), DSL.unique(KEY))
                .execute();
        sql.createIndexIfNotExists("webhook_call_due")
                .on(calls(), DUE_AT)
                .where(DUE_AT.isNotNull())
                .execute();
        sql.createIndexIfNotExists("webhook_call_webhook")
                .on(calls(), WEBHOOK, ID)
                .execute();
        sql.createIndexIfNotExists("webhook_call_made").on(calls(), CREATED_AT).execute();
    }
}
