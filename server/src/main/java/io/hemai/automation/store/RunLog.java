package io.hemai.automation.store;

import static io.hemai.automation.store.FlowTables.BEGUN_AT;
import static io.hemai.automation.store.FlowTables.DUE_AT;
import static io.hemai.automation.store.FlowTables.FLOW;
import static io.hemai.automation.store.FlowTables.HELD;
import static io.hemai.automation.store.FlowTables.ID;
import static io.hemai.automation.store.FlowTables.STATE;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of the bound tenant's runs, and of the steps that they took. Every method is part of the transaction that is open. */
@Component
public class RunLog {
    private final DSLContext sql;

    RunLog(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether runs of the flow for one of the records are under way. */
    public boolean areUnderWay(RecordId flow, Collection<RecordId> records) {
        return sql.fetchExists(sql.selectOne()
                .from(FlowTables.runs())
                .where(FLOW.eq(flow.value()))
                .and(STATE.eq(RunState.RUNNING.code()))
                .and(FlowTables.RECORD.in(records.stream().map(RecordId::value).toList())));
    }

    /** The failed runs of a flow. */
    public List<RecordId> failed(RecordId flow) {
        return sql.select(ID)
                .from(FlowTables.runs())
                .where(FLOW.eq(flow.value()))
                .and(STATE.eq(RunState.FAILED.code()))
                .fetch(row -> new RecordId(row.value1()));
    }

    /**
     * Runs of a flow, the newest first; parts of others among those in a state only.
     *
     * @param parent whose parts are wanted; null for those of their own
     * @param before a run that only older ones are wanted of; null for the newest
     */
    public List<FlowRun> of(
            RecordId flow, @Nullable RunState state, @Nullable RecordId parent, @Nullable RecordId before, int most) {
        Condition whole = state == null ? FlowTables.PARENT.isNull() : DSL.noCondition();
        return sql.select(DSL.asterisk())
                .from(FlowTables.runs())
                .where(FLOW.eq(flow.value()))
                .and(parent == null ? whole : FlowTables.PARENT.eq(parent.value()))
                .and(state == null ? DSL.noCondition() : STATE.eq(state.code()))
                .and(before == null ? DSL.noCondition() : ID.lt(before.value()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(RunLog::read);
    }

    /** How many runs of each flow are under way, and have failed. */
    public Map<RecordId, Map<RunState, Integer>> open() {
        Map<RecordId, Map<RunState, Integer>> open = new LinkedHashMap<>();
        sql.select(FLOW, STATE, DSL.count())
                .from(FlowTables.runs())
                .where(STATE.in(RunState.RUNNING.code(), RunState.FAILED.code()))
                .and(STATE.ne(RunState.DONE.code())) // as the index says it
                .groupBy(FLOW, STATE)
                .forEach(row -> open.computeIfAbsent(new RecordId(row.value1()), flow -> new EnumMap<>(RunState.class))
                        .put(RunState.of(row.value2()), row.value3()));
        return open;
    }

    /** The versions that runs still go by. */
    public Set<RecordId> versionsUnderWay() {
        return sql.selectDistinct(FlowTables.VERSION)
                .from(FlowTables.runs())
                .where(STATE.in(RunState.RUNNING.code(), RunState.FAILED.code()))
                .fetchSet(row -> new RecordId(row.value1()));
    }

    /** The run of a flow. */
    public Optional<FlowRun> find(RecordId flow, RecordId run) {
        return sql.select(DSL.asterisk())
                .from(FlowTables.runs())
                .where(ID.eq(run.value()))
                .and(FLOW.eq(flow.value()))
                .fetchOptional(RunLog::read);
    }

    /** The run, of whatever flow. */
    public Optional<FlowRun> find(RecordId run) {
        return sql.select(DSL.asterisk())
                .from(FlowTables.runs())
                .where(ID.eq(run.value()))
                .fetchOptional(RunLog::read);
    }

    /** The steps that a run took, in their order. */
    public List<StepTaken> steps(RecordId run) {
        return sql.select(RunStore.STEP_COLUMNS)
                .from(FlowTables.steps())
                .where(FlowTables.RUN.eq(run.value()))
                .orderBy(FlowTables.AT, FlowTables.NUMBER)
                .fetch(row -> new StepTaken(
                        run,
                        row.get(FlowTables.NUMBER),
                        row.get(FlowTables.STEP_ID),
                        row.get(FlowTables.ACTION),
                        row.get(FlowTables.AT).toInstant(),
                        row.get(FlowTables.OUTCOME),
                        row.get(FlowTables.DETAIL)));
    }

    /** How many parts of the loop at which each run waits are in which state. */
    public Map<RecordId, Map<RunState, Integer>> parts(Collection<FlowRun> waiting) {
        Map<RecordId, Map<RunState, Integer>> parts = new LinkedHashMap<>();
        sql.select(FlowTables.PARENT, STATE, DSL.count())
                .from(FlowTables.runs())
                .where(DSL.row(FlowTables.PARENT, FlowTables.TURN)
                        .in(waiting.stream()
                                .map(run -> DSL.row(run.id().value(), run.taken()))
                                .toList()))
                .groupBy(FlowTables.PARENT, STATE)
                .forEach(row -> parts.computeIfAbsent(
                                new RecordId(Objects.requireNonNull(row.value1())),
                                run -> new EnumMap<>(RunState.class))
                        .put(RunState.of(row.value2()), row.value3()));
        return parts;
    }

    /** The parts of a run, the newest first. */
    public List<FlowRun> partsOf(RecordId run, int most) {
        return sql.select(DSL.asterisk())
                .from(FlowTables.runs())
                .where(FlowTables.PARENT.eq(run.value()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(RunLog::read);
    }

    static FlowRun read(Record row) {
        UUID parent = row.get(FlowTables.PARENT);
        return new FlowRun(
                new RecordId(row.get(ID)),
                new RecordId(row.get(FLOW)),
                new RecordId(row.get(FlowTables.VERSION)),
                row.get(FlowTables.OBJECT),
                new RecordId(row.get(FlowTables.RECORD)),
                starter(row),
                row.get(FlowTables.DEPTH),
                parent == null ? null : new RecordId(parent),
                row.get(FlowTables.TURN),
                row.get(BEGUN_AT).toInstant(),
                progress(row),
                moment(row.get(FlowTables.UNDONE_AT)));
    }

    private static FlowRun.Progress progress(Record row) {
        return new FlowRun.Progress(
                RunState.of(row.get(STATE)),
                row.get(FlowTables.STEP),
                moment(row.get(DUE_AT)),
                row.get(HELD),
                row.get(FlowTables.TRIES),
                row.get(FlowTables.TAKEN),
                moment(row.get(FlowTables.WATCHES_UNTIL)),
                row.get(FlowTables.PARTS),
                row.get(FlowTables.REASON),
                moment(row.get(FlowTables.ENDED_AT)));
    }

    private static Starter starter(Record row) {
        UUID person = row.get(FlowTables.STARTER);
        UUID[] chosen = row.get(FlowTables.CHOSEN);
        return new Starter(
                person == null ? null : new RecordId(person),
                chosen == null
                        ? List.of()
                        : Arrays.stream(chosen).map(RecordId::new).toList());
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
