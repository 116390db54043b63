package io.hemai.automation.store;

import static io.hemai.automation.store.FlowTables.BEGUN_AT;
import static io.hemai.automation.store.FlowTables.DUE_AT;
import static io.hemai.automation.store.FlowTables.FLOW;
import static io.hemai.automation.store.FlowTables.HELD;
import static io.hemai.automation.store.FlowTables.ID;
import static io.hemai.automation.store.FlowTables.STATE;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the bound tenant's runs and the steps that they took. Every method is part of the transaction that is open. */
@Component
public class RunStore {
    /** The tables that say what is due. */
    public static final List<String> TABLES = List.of(FlowTables.RUNS, FlowTables.CLOCKS);

    static final List<Field<?>> STEP_COLUMNS = List.of(
            FlowTables.RUN,
            FlowTables.NUMBER,
            FlowTables.STEP_ID,
            FlowTables.ACTION,
            FlowTables.AT,
            FlowTables.OUTCOME,
            FlowTables.DETAIL);

    private final DSLContext sql;
    private final Jdbc jdbc;

    RunStore(DSLContext sql, Jdbc jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Keeps runs that no entry of the journal set off. */
    public void begin(List<FlowRun> runs) {
        if (!runs.isEmpty()) {
            jdbc.write(runs.stream().map(run -> added(run, null)).toList());
        }
    }

    /** Keeps runs, each with the entry of the journal that set it off; not the ones whose entry set off one of their flow before. */
    public void begin(Map<FlowRun, Long> runs) {
        if (!runs.isEmpty()) {
            List<Query> added = new ArrayList<>();
            runs.forEach((run, entry) -> added.add(added(run, entry)));
            jdbc.write(added);
        }
    }

    private Query added(FlowRun run, @Nullable Long entry) {
        return sql.insertInto(FlowTables.runs())
                .set(ID, run.id().value())
                .set(FLOW, run.flow().value())
                .set(FlowTables.VERSION, run.version().value())
                .set(FlowTables.OBJECT, run.object())
                .set(FlowTables.RECORD, run.record().value())
                .set(STATE, run.state().code())
                .set(FlowTables.STEP, run.step())
                .set(DUE_AT, time(run.dueAt()))
                .set(HELD, run.held())
                .set(FlowTables.TRIES, run.tries())
                .set(
                        FlowTables.STARTER,
                        run.by().person() == null ? null : run.by().person().value())
                .set(FlowTables.CHOSEN, chosen(run))
                .set(FlowTables.DEPTH, run.depth())
                .set(FlowTables.TAKEN, run.taken())
                .set(FlowTables.WATCHES_UNTIL, time(run.watchesUntil()))
                .set(
                        FlowTables.PARENT,
                        run.parent() == null ? null : run.parent().value())
                .set(FlowTables.TURN, run.turn())
                .set(FlowTables.PARTS, run.parts())
                .set(FlowTables.REASON, run.reason())
                .set(FlowTables.ENTRY, entry)
                .set(BEGUN_AT, time(run.begunAt()))
                .set(FlowTables.ENDED_AT, time(run.endedAt()))
                .onConflictDoNothing();
    }

    private static UUID @Nullable [] chosen(FlowRun run) {
        List<RecordId> chosen = run.by().chosen();
        return chosen.isEmpty() ? null : chosen.stream().map(RecordId::value).toArray(UUID[]::new);
    }

    /** Nobody else has the run until the transaction ends. */
    public void hold(RecordId run) {
        sql.select(ID)
                .from(FlowTables.runs())
                .where(ID.eq(run.value()))
                .forUpdate()
                .fetch();
    }

    /** Has runs that are under way take their step now; says nothing of those that are not. */
    public void takeNow(Collection<RecordId> some, Instant now) {
        takeNow(ID.in(some.stream().map(RecordId::value).toList()), now);
    }

    /** Has the runs that wait for one of the records to become something look at it now; answers how many. */
    public int lookAt(Collection<RecordId> records, Instant now) {
        return takeNow(
                FlowTables.WATCHES_UNTIL
                        .isNotNull()
                        .and(FlowTables.RECORD.in(
                                records.stream().map(RecordId::value).toList())),
                now);
    }

    /** Has all runs of the flow that wait for their records to become something look at them now. */
    public void lookAtAll(RecordId flow, Instant now) {
        takeNow(FlowTables.WATCHES_UNTIL.isNotNull().and(FLOW.eq(flow.value())), now);
    }

    private int takeNow(Condition which, Instant now) {
        return sql.update(FlowTables.runs())
                .set(DUE_AT, time(now))
                .where(which)
                .and(STATE.eq(RunState.RUNNING.code()))
                .execute();
    }

    /** Up to so many runs whose time has come, the longest due first; nobody else has them until the transaction ends. */
    public List<FlowRun> claim(Instant now, int most) {
        return sql.select(DSL.asterisk())
                .from(FlowTables.runs())
                .where(DUE_AT.le(time(now)))
                .andNot(HELD)
                .orderBy(DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(RunLog::read);
    }

    /** When the next run is due; empty when none is. */
    public Optional<Instant> next() {
        return sql.select(DUE_AT)
                .from(FlowTables.runs())
                .where(DUE_AT.isNotNull())
                .andNot(HELD)
                .orderBy(DUE_AT)
                .limit(1)
                .fetchOptional(row -> Objects.requireNonNull(row.value1()).toInstant());
    }

    /** Keeps how runs went on, and the steps that they took; whoever waits for the end of one looks now. */
    public void went(List<FlowRun> runs, List<StepTaken> steps) {
        if (!runs.isEmpty()) {
            jdbc.write(runs.stream().map(this::change).toList());
        }
        runs.stream()
                .filter(run -> run.parent() != null && run.endedAt() != null)
                .collect(Collectors.groupingBy(
                        run -> Objects.requireNonNull(run.endedAt()),
                        Collectors.mapping(run -> Objects.requireNonNull(run.parent()), Collectors.toSet())))
                .forEach((ended, parents) -> takeNow(
                        FlowTables.PARTS
                                .isNotNull()
                                .and(ID.in(parents.stream().map(RecordId::value).toList())),
                        ended));
        jdbc.insert(
                List.of("flow_step", CurrentTenant.get().id()), FlowTables.steps(), STEP_COLUMNS, steps, RunStore::row);
    }

    private Query change(FlowRun run) {
        return sql.update(FlowTables.runs())
                .set(STATE, run.state().code())
                .set(FlowTables.STEP, run.step())
                .set(DUE_AT, time(run.dueAt()))
                .set(HELD, run.held())
                .set(FlowTables.TRIES, run.tries())
                .set(FlowTables.TAKEN, run.taken())
                .set(FlowTables.WATCHES_UNTIL, time(run.watchesUntil()))
                .set(FlowTables.PARTS, run.parts())
                .set(FlowTables.REASON, run.reason())
                .set(FlowTables.ENDED_AT, time(run.endedAt()))
                .where(ID.eq(run.id().value()));
    }

    private static List<@Nullable Object> row(StepTaken step) {
        return Arrays.asList(
                step.run().value(),
                step.number(),
                step.step(),
                step.action(),
                time(step.at()),
                step.outcome(),
                step.detail());
    }

    /** Lets the runs of a flow rest, or go on. */
    public void hold(RecordId flow, boolean held) {
        sql.update(FlowTables.runs())
                .set(HELD, held)
                .where(FLOW.eq(flow.value()))
                .and(STATE.eq(RunState.RUNNING.code()))
                .execute();
    }

    /** Ends the runs of a flow that are under way; answers which. */
    public List<RecordId> stop(RecordId flow, String reason, Instant now) {
        return sql.update(FlowTables.runs())
                .set(STATE, RunState.STOPPED.code())
                .setNull(FlowTables.STEP)
                .setNull(DUE_AT)
                .setNull(FlowTables.WATCHES_UNTIL)
                .set(FlowTables.REASON, reason)
                .set(FlowTables.ENDED_AT, time(now))
                .where(FLOW.eq(flow.value()))
                .and(STATE.eq(RunState.RUNNING.code()))
                .returningResult(ID)
                .fetch(row -> new RecordId(row.value1()));
    }

    /** Has failed runs of a flow take their step once more; answers how many. */
    public int replay(RecordId flow, Collection<RecordId> runs, Instant now) {
        return sql.update(FlowTables.runs())
                .set(STATE, RunState.RUNNING.code())
                .set(DUE_AT, time(now))
                .set(FlowTables.TRIES, 0)
                .setNull(FlowTables.ENDED_AT)
                .setNull(FlowTables.UNDONE_AT)
                .where(FLOW.eq(flow.value()))
                .and(STATE.eq(RunState.FAILED.code()))
                .and(ID.in(runs.stream().map(RecordId::value).toList()))
                .execute();
    }

    /** Notes that what the runs did was taken back. */
    public void undone(Collection<RecordId> some, Instant now) {
        sql.update(FlowTables.runs())
                .set(FlowTables.UNDONE_AT, time(now))
                .where(ID.in(some.stream().map(RecordId::value).toList()))
                .execute();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
