package io.hemai.database;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * What jOOQ's builder cannot say in statements, as SQL in text. Only this class and {@link RawDdl} hand such text to jOOQ:
 * every one is a constant; names come in as {@link Name}, values as bound or inlined values.
 */
@Component
public class RawSql {
    private static final DataType<String[]> TEXTS = SQLDataType.VARCHAR.getArrayDataType();

    private final DSLContext sql;

    RawSql(DSLContext sql) {
        this.sql = sql;
    }

    /** Takes rows for a table from the connection. */
    static Query copyInto(Table<?> table, List<? extends Field<?>> columns) {
        return DSL.query("copy {0} ({1}) from stdin", table, DSL.list(columns));
    }

    /** Waits at most so long for a lock in the running transaction. */
    public void waitForLocks(Duration most) {
        sql.select(DSL.function(
                        name("set_config"),
                        SQLDataType.VARCHAR,
                        inline("lock_timeout"),
                        DSL.val(most.toMillis() + "ms"),
                        inline(true)))
                .fetch();
    }

    /** Takes a lock by name until the transaction ends; false at once when another transaction has it. */
    public boolean tryLock(String lock) {
        return Boolean.TRUE.equals(sql.select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 0))", SQLDataType.BOOLEAN, DSL.val(lock)))
                .fetchSingle()
                .value1());
    }

    /** A row of a table as JSON, by the names of its columns. */
    public static Field<org.jooq.JSONB> rowAsJson(Name alias) {
        return DSL.field("to_jsonb({0})", SQLDataType.JSONB, alias);
    }

    /** Rows as they were kept by {@link #rowAsJson}, with the columns that the table has today. */
    public static Table<org.jooq.Record> rowsFromJson(Name table, Field<org.jooq.JSONB> rows, Name alias) {
        return DSL.table("jsonb_populate_recordset(null::{0}, {1})", table, rows)
                .as(alias);
    }

    /** The normalised form in which text compares. */
    public static Field<String> fold(Field<String> text) {
        return DSL.function(name("platform", "fold"), SQLDataType.VARCHAR, text);
    }

    /** The two-character runs of a text. */
    public static Field<String[]> grams(Field<String> text) {
        return DSL.function(name("platform", "grams"), TEXTS, text);
    }

    /** Whether the arrays have an element in common. */
    public static org.jooq.Condition overlap(Field<String[]> one, Field<String[]> other) {
        return DSL.condition("{0} && {1}", one, other);
    }

    /**
     * Of a text that consists of parts, those whose names are wanted, in their order.
     *
     * @param names of the parts, parted by commas
     * @param end stands between the parts
     */
    public static Field<String> parts(Field<String> names, Field<String> text, String end, String[] wanted) {
        return DSL.field(
                "array_to_string(array(select p.part from unnest(string_to_array({0}, \',\'), string_to_array({1}, {2}))"
                        + " as p(name, part) where p.name = any({3})), {2})",
                SQLDataType.CLOB, names, text, inline(end), DSL.val(wanted, SQLDataType.CLOB.getArrayDataType()));
    }

    /** The ids that a select finds, gathered once before the rest of the statement is planned around them. */
    public static org.jooq.Condition among(Field<java.util.UUID> id, org.jooq.Select<?> ids) {
        return DSL.condition("{0} = any (array({1}))", id, ids);
    }

    /** The text in the order of Chinese dictionaries, by pinyin. */
    public static Field<String> pinyinOrder(Field<String> text) {
        return DSL.field("{0} collate \"zh-x-icu\"", SQLDataType.VARCHAR, text);
    }

    /** Raises the metadata version of the tenant whose role runs the transaction, with the transaction. */
    public void metadataChanged() {
        sql.select(DSL.function(name("platform", "metadata_changed"), SQLDataType.OTHER))
                .fetch();
    }

    /** The metadata version of the tenant whose role runs the transaction, as it is now. */
    public long metadataVersion() {
        return sql.select(DSL.function(name("platform", "metadata_version"), SQLDataType.BIGINT))
                .fetchSingle()
                .value1();
    }

    /** Raises the rights version of the tenant whose role runs the transaction, with the transaction. */
    public void rightsChanged() {
        sql.select(DSL.function(name("platform", "rights_changed"), SQLDataType.OTHER))
                .fetch();
    }

    /** Takes a lock by name until the transaction ends, waiting for it. */
    public void lock(String lock) {
        sql.select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, 0))", SQLDataType.OTHER, DSL.val(lock)))
                .fetch();
    }

    /** The same beside others that take it so, but never beside one that took it for itself. */
    public void lockShared(String lock) {
        sql.select(DSL.field(
                        "pg_advisory_xact_lock_shared(hashtextextended({0}, 0))", SQLDataType.OTHER, DSL.val(lock)))
                .fetch();
    }

    /** The setting of the session, as text. */
    public static Field<String> setting(String setting) {
        return DSL.function(name("current_setting"), SQLDataType.VARCHAR, inline(setting));
    }
}
