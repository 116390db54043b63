package io.hemai.records.store;

import static org.jooq.impl.DSL.name;

import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tables of stored files: the contents there are, the files, and where records use them. */
@Component
@Order(17)
class FileTables implements TenantSetup {
    static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID.notNull());
    static final Field<String> NAME = DSL.field(name("name"), SQLDataType.CLOB.notNull());
    static final Field<Long> SIZE = DSL.field(name("size"), SQLDataType.BIGINT.notNull());
    static final Field<String> TYPE = DSL.field(name("type"), SQLDataType.CLOB.notNull());
    static final Field<String> SHA256 = DSL.field(name("sha256"), SQLDataType.CLOB.notNull());
    static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<UUID> CREATED_BY = DSL.field(name("created_by"), SQLDataType.UUID);
    /** When it goes unless a record uses it by then; null while one does. */
    static final Field<OffsetDateTime> UNUSED_UNTIL =
            DSL.field(name("unused_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    static final Field<UUID> FILE = DSL.field(name("file"), SQLDataType.UUID.notNull());
    static final Field<String> OBJECT = DSL.field(name("object"), SQLDataType.CLOB.notNull());
    static final Field<UUID> RECORD = DSL.field(name("record"), SQLDataType.UUID.notNull());
    static final Field<String> FIELD = DSL.field(name("field"), SQLDataType.CLOB.notNull());

    private final DSLContext sql;

    FileTables(DSLContext sql) {
        this.sql = sql;
    }

    static Table<Record> contents() {
        return Tables.named("file_content");
    }

    static Table<Record> files() {
        return Tables.named("file");
    }

    static Table<Record> uses() {
        return Tables.named("file_use");
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(contents())
                .columns(SHA256)
                .constraints(DSL.primaryKey(SHA256))
                .execute();
        sql.createTableIfNotExists(files())
                .columns(ID, NAME, SIZE, TYPE, SHA256, CREATED_AT, CREATED_BY, UNUSED_UNTIL)
                .constraints(DSL.primaryKey(ID), DSL.foreignKey(SHA256).references(contents(), SHA256))
                .execute();
        sql.createTableIfNotExists(uses())
                .columns(FILE, OBJECT, RECORD, FIELD)
                .constraints(
                        DSL.primaryKey(FILE, OBJECT, RECORD, FIELD),
                        DSL.foreignKey(FILE).references(files(), ID))
                .execute();
        sql.createIndexIfNotExists("file_sha256").on(files(), SHA256).execute();
        sql.createIndexIfNotExists("file_unused_until")
                .on(files(), UNUSED_UNTIL)
                .where(UNUSED_UNTIL.isNotNull())
                .execute();
    }
}
