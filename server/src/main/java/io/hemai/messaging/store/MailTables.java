package io.hemai.messaging.store;

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

/** The table of each tenant's mails. */
@Component
@Order(17)
class MailTables implements TenantSetup {
    static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID.notNull());
    static final Field<String> MESSAGE_ID = DSL.field(name("message_id"), SQLDataType.CLOB.notNull());
    static final Field<String> KEY = DSL.field(name("key"), SQLDataType.CLOB);
    static final Field<String> RECIPIENT = DSL.field(name("recipient"), SQLDataType.CLOB.notNull());
    static final Field<String> REPLY_TO = DSL.field(name("reply_to"), SQLDataType.CLOB);
    static final Field<String> SUBJECT = DSL.field(name("subject"), SQLDataType.CLOB.notNull());
    static final Field<String> TEXT = DSL.field(name("text"), SQLDataType.CLOB.notNull());
    static final Field<String> HTML = DSL.field(name("html"), SQLDataType.CLOB.notNull());
    static final Field<String> STATE = DSL.field(name("state"), SQLDataType.CLOB.notNull());
    static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> DUE_AT = DSL.field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> SINCE = DSL.field(name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<Integer> TRIES = DSL.field(name("tries"), SQLDataType.INTEGER.notNull());
    static final Field<Long> FENCE = DSL.field(name("fence"), SQLDataType.BIGINT.notNull());
    static final Field<OffsetDateTime> TRIED_AT = DSL.field(name("tried_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> SENT_AT = DSL.field(name("sent_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<String> ANSWER = DSL.field(name("answer"), SQLDataType.CLOB);

    /** What a mail of a person's has more, as JSON. */
    static final Field<String> HANDWRITTEN = DSL.field(name("handwritten"), SQLDataType.CLOB);

    static final List<Field<?>> COLUMNS = List.of(
            ID,
            MESSAGE_ID,
            KEY,
            RECIPIENT,
            REPLY_TO,
            SUBJECT,
            TEXT,
            HTML,
            STATE,
            CREATED_AT,
            DUE_AT,
            SINCE,
            TRIES,
            FENCE,
            TRIED_AT,
            SENT_AT,
            ANSWER,
            HANDWRITTEN);

    static final String MAILS = "mail";

    private final DSLContext sql;

    MailTables(DSLContext sql) {
        this.sql = sql;
    }

    static Table<Record> mails() {
        return DSL.table(name(CurrentTenant.get().schema(), MAILS));
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(name(tenant.schema(), MAILS))
                .columns(COLUMNS)
                .constraints(DSL.primaryKey(ID), DSL.unique(KEY))
                .execute();
        sql.alterTable(mails()).addColumnIfNotExists(REPLY_TO).execute();
        sql.alterTable(mails()).addColumnIfNotExists(HANDWRITTEN).execute();
        sql.createIndexIfNotExists("mail_due")
                .on(mails(), DUE_AT)
                .where(DUE_AT.isNotNull())
                .execute();
        sql.createIndexIfNotExists("mail_due_own")
                .on(mails(), DUE_AT)
                .where(DUE_AT.isNotNull().and(KEY.isNull()))
                .execute();
        sql.createIndexIfNotExists("mail_tried").on(mails(), TRIED_AT).execute();
        sql.createIndexIfNotExists("mail_state").on(mails(), STATE, ID).execute();
    }
}
