package io.hemai.metadata.custom;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.hemai.tenancy.CurrentTenant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables in which a tenant's schema holds what the company changed, and their columns. */
final class MetaColumns {
    static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB.notNull());
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB.notNull());
    static final Field<String> FIELD = field(name("field"), SQLDataType.CLOB.notNull());
    static final Field<String> CODE = field(name("code"), SQLDataType.CLOB.notNull());
    static final Field<JSONB> DEFINITION = field(name("definition"), SQLDataType.JSONB.notNull());
    static final Field<JSONB> WANTED = field(name("wanted"), SQLDataType.JSONB.notNull());
    static final Field<Boolean> CUSTOM = field(name("custom"), SQLDataType.BOOLEAN.notNull());
    static final Field<Boolean> LIVE = field(name("live"), SQLDataType.BOOLEAN.notNull());
    static final Field<String> STATE = field(name("state"), SQLDataType.CLOB.notNull());
    static final Field<String> FAILURE = field(name("failure"), SQLDataType.CLOB);
    static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> DELETED_AT = field(name("deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT.generatedByDefaultAsIdentity());
    static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<UUID> ACTOR = field(name("actor"), SQLDataType.UUID);
    static final Field<String> ACTOR_LABEL = field(name("actor_label"), SQLDataType.CLOB.notNull());
    static final Field<String> ACT = field(name("act"), SQLDataType.CLOB.notNull());
    static final Field<String> CHANGED_FIELD = field(name("field"), SQLDataType.CLOB);
    static final Field<JSONB> BEFORE = field(name("before"), SQLDataType.JSONB);
    static final Field<JSONB> AFTER = field(name("after"), SQLDataType.JSONB);

    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID.notNull());
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT.notNull());
    static final Field<UUID> REACHED = field(name("reached"), SQLDataType.UUID);
    static final Field<Long> DONE = field(name("done"), SQLDataType.BIGINT.notNull());
    static final Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT.notNull());
    static final Field<Boolean> ENDED = field(name("ended"), SQLDataType.BOOLEAN.notNull());

    private MetaColumns() {}

    static Table<Record> objects() {
        return of("meta_object");
    }

    static Table<Record> fields() {
        return of("meta_field");
    }

    /** Codes of open choices that were written without being listed. */
    static Table<Record> choices() {
        return of("meta_choice");
    }

    /** Conditions under which records are refused. */
    static Table<Record> rules() {
        return of("meta_rule");
    }

    /** How far changed formulas are worked out for the records that stand. */
    static Table<Record> fillings() {
        return of("meta_filling");
    }

    static Table<Record> changes() {
        return of("meta_change");
    }

    private static Table<Record> of(String table) {
        return table(name(CurrentTenant.get().schema(), table));
    }
}
