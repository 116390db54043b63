package io.hemai.automation.store;

import static org.jooq.impl.DSL.name;

import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tables of runs and of the steps that they took; rows of flows themselves are records. */
@Component
@Order(16)
class FlowTables implements TenantSetup {
    static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID.notNull());
    static final Field<UUID> FLOW = DSL.field(name("flow"), SQLDataType.UUID.notNull());
    static final Field<UUID> VERSION = DSL.field(name("version"), SQLDataType.UUID.notNull());
    static final Field<String> OBJECT = DSL.field(name("object"), SQLDataType.CLOB.notNull());
    static final Field<UUID> RECORD = DSL.field(name("record"), SQLDataType.UUID.notNull());
    static final Field<String> STATE = DSL.field(name("state"), SQLDataType.CLOB.notNull());
    static final Field<String> STEP = DSL.field(name("step"), SQLDataType.CLOB);
    static final Field<OffsetDateTime> DUE_AT = DSL.field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<Boolean> HELD = DSL.field(name("held"), SQLDataType.BOOLEAN.notNull());
    static final Field<Integer> TRIES = DSL.field(name("tries"), SQLDataType.INTEGER.notNull());
    static final Field<UUID> STARTER = DSL.field(name("starter"), SQLDataType.UUID);
    static final Field<UUID[]> CHOSEN = DSL.field(name("chosen"), SQLDataType.UUID.array());
    static final Field<Integer> DEPTH = DSL.field(name("depth"), SQLDataType.INTEGER.notNull());
    static final Field<Integer> TAKEN = DSL.field(name("taken"), SQLDataType.INTEGER.notNull());
    /** Until when a run's step waits for its record to become something. */
    static final Field<OffsetDateTime> WATCHES_UNTIL =
            DSL.field(name("watches_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    /** The run whose loop a run is a part of. */
    static final Field<UUID> PARENT = DSL.field(name("parent"), SQLDataType.UUID);
    /** Which step of that run, by their number, began it. */
    static final Field<Integer> TURN = DSL.field(name("turn"), SQLDataType.INTEGER);
    /** How many parts a run waits for. */
    static final Field<Integer> PARTS = DSL.field(name("parts"), SQLDataType.INTEGER);

    static final Field<OffsetDateTime> UNDONE_AT = DSL.field(name("undone_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<String> REASON = DSL.field(name("reason"), SQLDataType.CLOB);
    static final Field<Long> ENTRY = DSL.field(name("entry"), SQLDataType.BIGINT);
    static final Field<OffsetDateTime> BEGUN_AT =
            DSL.field(name("begun_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> ENDED_AT = DSL.field(name("ended_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    static final Field<UUID> RUN = DSL.field(name("run"), SQLDataType.UUID.notNull());
    static final Field<Integer> NUMBER = DSL.field(name("number"), SQLDataType.INTEGER.notNull());
    static final Field<String> STEP_ID = DSL.field(name("step"), SQLDataType.CLOB.notNull());
    static final Field<String> ACTION = DSL.field(name("action"), SQLDataType.CLOB.notNull());
    static final Field<OffsetDateTime> AT = DSL.field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<String> OUTCOME = DSL.field(name("outcome"), SQLDataType.CLOB.notNull());
    static final Field<String> DETAIL = DSL.field(name("detail"), SQLDataType.CLOB);

    static final Field<OffsetDateTime> CLOCK_DUE =
            DSL.field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> SINCE = DSL.field(name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());
    static final Field<OffsetDateTime> UP_TO = DSL.field(name("up_to"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<UUID> LAST = DSL.field(name("last"), SQLDataType.UUID);

    /** Key of a flow that comes with Hemai. */
    static final Field<String> READY = DSL.field(name("key"), SQLDataType.VARCHAR.notNull());

    /** Those that came later are added to tables that are older. */
    private static final List<Field<?>> LATER = List.of(STARTER, CHOSEN, WATCHES_UNTIL, PARENT, TURN, PARTS, UNDONE_AT);

    private static final List<Field<?>> RUN_COLUMNS = Stream.concat(
                    Stream.of(
                            ID, FLOW, VERSION, OBJECT, RECORD, STATE, STEP, DUE_AT, HELD, TRIES, DEPTH, TAKEN, REASON,
                            ENTRY, BEGUN_AT, ENDED_AT),
                    LATER.stream())
            .toList();

    static final String RUNS = "flow_run";
    static final String CLOCKS = "flow_clock";
    private static final String STEPS = "flow_step";
    private static final String GIVEN = "flow_ready";

    private final DSLContext sql;

    FlowTables(DSLContext sql) {
        this.sql = sql;
    }

    static Table<Record> runs() {
        return DSL.table(name(CurrentTenant.get().schema(), RUNS));
    }

    static Table<Record> steps() {
        return DSL.table(name(CurrentTenant.get().schema(), STEPS));
    }

    static Table<Record> clocks() {
        return DSL.table(name(CurrentTenant.get().schema(), CLOCKS));
    }

    static Table<Record> ready() {
        return DSL.table(name(CurrentTenant.get().schema(), GIVEN));
    }

    @Override
    public void prepare(Tenant tenant) {
        Name schema = name(tenant.schema());
        sql.createTableIfNotExists(schema.append(RUNS))
                .columns(RUN_COLUMNS)
                .constraints(DSL.primaryKey(ID))
                .execute();
        Table<Record> runs = runs();
        LATER.forEach(
                column -> sql.alterTable(runs).addColumnIfNotExists(column).execute());
        indexes(runs);
        sql.createTableIfNotExists(schema.append(STEPS))
                .columns(RUN, NUMBER, STEP_ID, ACTION, AT, OUTCOME, DETAIL)
                .constraints(
                        DSL.primaryKey(RUN, NUMBER, AT),
                        DSL.foreignKey(RUN).references(runs, ID).onDeleteCascade())
                .execute();
        besides(schema);
    }

    private void indexes(Table<Record> runs) {
        sql.createIndexIfNotExists("flow_run_due")
                .on(runs, DUE_AT)
                .where(DUE_AT.isNotNull().andNot(HELD))
                .execute();
        sql.createUniqueIndexIfNotExists("flow_run_entry")
                .on(runs, FLOW, ENTRY)
                .where(ENTRY.isNotNull())
                .execute();
        sql.createIndexIfNotExists("flow_run_watching")
                .on(runs, RECORD)
                .where(WATCHES_UNTIL.isNotNull())
                .execute();
        sql.createIndexIfNotExists("flow_run_parent")
                .on(runs, PARENT, STATE)
                .where(PARENT.isNotNull())
                .execute();
        sql.createIndexIfNotExists("flow_run_record").on(runs, RECORD, BEGUN_AT).execute();
        sql.createIndexIfNotExists("flow_run_flow").on(runs, FLOW, ID).execute();
        sql.createIndexIfNotExists("flow_run_state")
                .on(runs, FLOW, STATE, ID)
                .where(STATE.ne(RunState.DONE.code()))
                .execute();
    }

    private void besides(Name schema) {
        sql.createTableIfNotExists(schema.append(CLOCKS))
                .columns(FLOW, SINCE, UP_TO, LAST, CLOCK_DUE)
                .constraints(DSL.primaryKey(FLOW))
                .execute();
        sql.createTableIfNotExists(schema.append(GIVEN))
                .columns(READY, AT)
                .constraints(DSL.primaryKey(READY))
                .execute();
    }
}
