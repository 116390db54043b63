package io.hemai.database;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What jOOQ's builder cannot say of schemas, tables and indexes, as SQL in text; see {@link RawSql}. */
@Component
public class RawDdl {
    /** How long the list of entries that wait for their place in an index of arrays may be, through which searches read. */
    public static final String GIN_PENDING = "64kB";

    /** The advisory lock of who makes tenants' schemas. */
    private static final long TENANT_SCHEMAS = 0x48454D4149L;

    private final DSLContext sql;

    RawDdl(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether the schema is there. */
    public boolean schemaExists(String schema) {
        return sql.fetchExists(DSL.selectOne()
                .from(table(name("pg_catalog", "pg_namespace")))
                .where(DSL.field(name("nspname"), SQLDataType.VARCHAR).eq(schema)));
    }

    /** Makes a schema and a role of the same name that may use what is in it and call the functions of {@code platform}. */
    public void createTenantSchema(Name schema) {
        // two grants on one schema at once fail with "tuple concurrently updated"
        sql.select(DSL.function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline(TENANT_SCHEMAS)))
                .fetch();
        boolean known = sql.fetchExists(DSL.selectOne()
                .from(table(name("pg_catalog", "pg_roles")))
                .where(DSL.field(name("rolname"), SQLDataType.VARCHAR).eq(schema.last())));
        if (!known) {
            sql.execute("create role {0} nologin", schema);
        }
        sql.execute("create schema {0}", schema);
        sql.execute("grant usage on schema {0}, platform to {0}", schema);
        sql.execute("alter default privileges in schema {0} grant all on tables to {0}", schema);
        sql.execute("alter default privileges in schema {0} grant all on sequences to {0}", schema);
    }

    /**
     * An index that answers "which arrays hold these elements"; with a sparse column, of the rows only that have a value in it. Its
     * list of pending entries, which every connection keeps short, makes writes twice as fast and searches at most 0.05 ms
     * slower.
     */
    public void createGinIndex(Name index, Name table, @Nullable Field<?> sparse, Field<?> expression) {
        sql.execute(ginStatement(false, sparse), index, table, expression, sparse(sparse));
    }

    /** Gives the indexes of a schema that were made by an older {@link #createGinIndex} what new ones have. */
    public void tuneGinIndexes(Name schema) {
        sql.select(DSL.field(name("i", "relname"), SQLDataType.VARCHAR))
                .from(table(name("pg_catalog", "pg_class")).as("i"))
                .join(table(name("pg_catalog", "pg_am")).as("m"))
                .on("m.oid = i.relam and m.amname = 'gin'")
                .where(
                        "i.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = {0})",
                        inline(schema.last()))
                .and("i.reloptions is not null")
                .fetch(0, String.class)
                .forEach(index -> sql.execute(
                        "alter index {0} reset (fastupdate, gin_pending_list_limit)", schema.append(index)));
    }

    /** Drops the indexes of a schema whose names begin so. */
    public void dropIndexes(Name schema, String start) {
        Field<String> index = DSL.field(name("indexname"), SQLDataType.VARCHAR);
        sql.select(index)
                .from(table(name("pg_catalog", "pg_indexes")))
                .where(DSL.field(name("schemaname"), SQLDataType.VARCHAR).eq(schema.last()))
                .and(index.startsWith(start))
                .fetch(index)
                .forEach(found -> sql.execute("drop index {0}", schema.append(found)));
    }

    /** An index over expressions; with a sparse column, of the rows only that have a value in it. */
    public void createIndex(boolean unique, Name index, Name table, @Nullable Field<?> sparse, Field<?>... parts) {
        sql.execute(indexStatement(unique, false, sparse), index, table, DSL.list(parts), sparse(sparse));
    }

    /**
     * The same while others read and write the table; takes as long as it takes and must not run in a transaction. When it
     * fails it leaves an index that does not work and is to be dropped.
     */
    public void createIndexConcurrently(
            boolean unique, Name index, Name table, @Nullable Field<?> sparse, Field<?>... parts) {
        unhurried(own ->
                own.execute(indexStatement(unique, true, sparse), index, table, DSL.list(parts), sparse(sparse)));
    }

    /** {@link #createGinIndex} while others read and write the table. */
    public void createGinIndexConcurrently(Name index, Name table, @Nullable Field<?> sparse, Field<?> expression) {
        unhurried(own -> own.execute(ginStatement(true, sparse), index, table, expression, sparse(sparse)));
    }

    private static String ginStatement(boolean concurrently, @Nullable Field<?> sparse) {
        return "create index " + (concurrently ? "concurrently " : "")
                + "if not exists {0} on {1} using gin ({2})"
                + where(sparse);
    }

    private static String indexStatement(boolean unique, boolean concurrently, @Nullable Field<?> sparse) {
        return (unique ? "create unique index " : "create index ")
                + (concurrently ? "concurrently " : "")
                + "if not exists {0} on {1} ({2})"
                + where(sparse);
    }

    private static String where(@Nullable Field<?> sparse) {
        return sparse == null ? "" : " where {3} is not null";
    }

    private static QueryPart sparse(@Nullable Field<?> sparse) {
        return sparse == null ? DSL.noField() : sparse;
    }

    /** Drops an index while others read and write its table. */
    public void dropIndexConcurrently(Name index) {
        unhurried(own -> own.execute("drop index concurrently if exists {0}", index));
    }

    /** Adds an empty column that leads to rows of another table, which needs no look at the rows that stand. */
    public void addReferenceColumn(Name table, Name column, Name constraint, Name target) {
        sql.execute(
                "alter table {0} add column {1} uuid constraint {2} references {3}", table, column, constraint, target);
    }

    /** A foreign key that binds from now on; {@link #validateReference} checks the rows that stand. */
    public void addReference(Name table, Name column, Name constraint, Name target) {
        sql.execute(
                "alter table {0} add constraint {1} foreign key ({2}) references {3} not valid",
                table, constraint, column, target);
    }

    /** Checks the rows that stand while others write. */
    public void validateReference(Name table, Name constraint) {
        unhurried(own -> own.execute("alter table {0} validate constraint {1}", table, constraint));
    }

    /** Runs a statement outside of transactions and without the limits that keep requests short. */
    private void unhurried(Consumer<DSLContext> work) {
        sql.connection(connection -> {
            int timeout = connection.getNetworkTimeout();
            DSLContext own = DSL.using(connection, sql.configuration().dialect(), sql.settings());
            try {
                connection.setNetworkTimeout(Runnable::run, 0);
                own.execute("set statement_timeout = 0");
                own.execute("set lock_timeout = 0");
                work.accept(own);
            } finally {
                own.execute("reset statement_timeout");
                own.execute("reset lock_timeout");
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        });
    }

    /** A journal: append only, read by record for histories and by transaction for feeds, partitioned by month. */
    public void createJournal(Name schema) {
        Name journal = schema.append("journal");
        sql.execute("""
                create table if not exists {0} (
                    id bigint generated always as identity,
                    transaction xid8 not null default pg_current_xact_id(),
                    at timestamptz not null,
                    object text not null,
                    record uuid not null,
                    act text not null,
                    version bigint not null,
                    actor_kind text not null,
                    actor uuid,
                    actor_label text not null,
                    why text,
                    origin uuid,
                    depth smallint not null default 0,
                    changes jsonb not null
                ) partition by range (at)""", journal);
        sql.execute("create index if not exists journal_record on {0} (record, id)", journal);
        sql.execute("create index if not exists journal_feed on {0} (transaction, id)", journal);
        journalByOrigin(schema);
        sql.execute("create table if not exists {0} partition of {1} default", schema.append("journal_rest"), journal);
        sql.execute("revoke update, delete, truncate on {0} from {1}", journal, schema);
    }

    /** Finds what automatic work did in a journal, which is little of what it tells. */
    public void journalByOrigin(Name schema) {
        Name journal = schema.append("journal");
        sql.execute("create index if not exists journal_origin on {0} (origin, id) where origin is not null", journal);
    }

    /** A month's part of a journal; rows of the month that came before their part are moved into it. */
    public void createJournalMonth(Name schema, Name month, OffsetDateTime from, OffsetDateTime to) {
        Name journal = schema.append("journal");
        sql.execute("create table {0} (like {1} including defaults including constraints)", month, journal);
        sql.execute(
                "with moved as (delete from {0} where at >= {1} and at < {2} returning *) insert into {3} select * from moved",
                schema.append("journal_rest"), DSL.val(from), DSL.val(to), month);
        sql.execute(
                "alter table {0} attach partition {1} for values from ({2}) to ({3})",
                journal, month, inline(from), inline(to));
        sql.execute("revoke all on {0} from {1}", month, schema);
    }

    /** The bin: what was deleted, whole, and the links that became empty with it. */
    public void createBin(Name schema) {
        Name bin = schema.append("bin");
        sql.execute("""
                create table if not exists {0} (
                    id uuid primary key,
                    object text not null,
                    record uuid not null,
                    label text not null,
                    deleted_at timestamptz not null,
                    deleted_by uuid,
                    deleted_by_label text not null
                )""", bin);
        sql.execute("create index if not exists bin_record on {0} (record)", bin);
        sql.execute("create index if not exists bin_deleted_at on {0} (deleted_at, id)", bin);
        sql.execute("""
                create table if not exists {0} (
                    bin uuid not null references {1} on delete cascade,
                    place bigint generated always as identity,
                    object text not null,
                    record uuid not null,
                    data jsonb not null,
                    primary key (bin, place)
                )""", schema.append("bin_row"), bin);
        sql.execute("create index if not exists bin_row_record on {0} (record)", schema.append("bin_row"));
        sql.execute("""
                create table if not exists {0} (
                    bin uuid not null references {1} on delete cascade,
                    object text not null,
                    record uuid not null,
                    field text not null,
                    target uuid not null
                )""", schema.append("bin_link"), bin);
        sql.execute("create index if not exists bin_link_bin on {0} (bin)", schema.append("bin_link"));
    }

    /** Answers of requests that must not happen twice. */
    public void createIdempotency(Name table) {
        sql.execute("""
                create table if not exists {0} (
                    caller uuid not null,
                    key text not null,
                    request text not null,
                    status int not null,
                    location text,
                    etag text,
                    body bytea not null,
                    created_at timestamptz not null,
                    primary key (caller, key)
                )""", table);
    }

    /** What a tenant keeps about its mass acts. */
    public void createMassActs(Name schema) {
        Name job = schema.append("mass_act");
        sql.execute("""
                create table if not exists {0} (
                    id uuid primary key,
                    kind text not null,
                    object text not null,
                    settings jsonb not null,
                    status text not null,
                    -- who may write for it now; whoever finds another here stops
                    worker uuid,
                    total bigint not null,
                    processed bigint not null default 0,
                    created bigint not null default 0,
                    updated bigint not null default 0,
                    unchanged bigint not null default 0,
                    failed bigint not null default 0,
                    notes jsonb not null default '{}',
                    proposal jsonb not null,
                    error jsonb,
                    undone jsonb,
                    created_by uuid,
                    created_by_label text not null,
                    created_at timestamptz not null,
                    finished_at timestamptz
                )""", job);
    }

    /** What a tenant keeps about the rows and records of its mass acts. */
    public void createMassActRows(Name schema) {
        Name job = schema.append("mass_act");
        sql.execute("""
                create table if not exists {0} (
                    job uuid not null references {1} on delete cascade,
                    place bigint generated always as identity,
                    line bigint not null,
                    column_name text,
                    value text,
                    code text not null,
                    message_zh text not null,
                    message_en text not null,
                    -- the row as the file has it, with its first problem only
                    cells text[],
                    primary key (job, place)
                )""", schema.append("mass_act_problem"), job);
        // the journal knows by its transactions what a mass act did
        sql.execute("""
                create table if not exists {0} (
                    job uuid not null references {1} on delete cascade,
                    place bigint generated always as identity,
                    transaction xid8 not null default pg_current_xact_id(),
                    primary key (job, place)
                )""", schema.append("mass_act_chunk"), job);
        // links to rows of the same file that come later
        sql.execute("""
                create table if not exists {0} (
                    job uuid not null references {1} on delete cascade,
                    place bigint generated always as identity,
                    line bigint not null,
                    record uuid not null,
                    field text not null,
                    value text not null,
                    primary key (job, place)
                )""", schema.append("import_pending"), job);
    }
}
