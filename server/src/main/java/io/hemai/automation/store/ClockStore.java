package io.hemai.automation.store;

import static io.hemai.automation.store.FlowTables.CLOCK_DUE;
import static io.hemai.automation.store.FlowTables.FLOW;
import static io.hemai.automation.store.FlowTables.LAST;
import static io.hemai.automation.store.FlowTables.SINCE;
import static io.hemai.automation.store.FlowTables.UP_TO;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps how far the bound tenant's flows that times set off have looked. Every method is part of the transaction that is open. */
@Component
public class ClockStore {
    private final DSLContext sql;

    ClockStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps the clock in the place of the one that the flow had. */
    public void set(FlowClock clock) {
        sql.insertInto(FlowTables.clocks())
                .set(FLOW, clock.flow().value())
                .set(SINCE, time(clock.since()))
                .set(UP_TO, clock.upTo() == null ? null : time(clock.upTo()))
                .set(LAST, clock.last() == null ? null : clock.last().value())
                .set(CLOCK_DUE, time(clock.dueAt()))
                .onConflict(FLOW)
                .doUpdate()
                .set(SINCE, DSL.excluded(SINCE))
                .set(UP_TO, DSL.excluded(UP_TO))
                .set(LAST, DSL.excluded(LAST))
                .set(CLOCK_DUE, DSL.excluded(CLOCK_DUE))
                .execute();
    }

    /** Takes the flow's clock away, if it has one. */
    public void remove(RecordId flow) {
        sql.deleteFrom(FlowTables.clocks()).where(FLOW.eq(flow.value())).execute();
    }

    /** The clock that has been due for longest; nobody else has it until the transaction ends. Empty when none is due. */
    public Optional<FlowClock> claim(Instant now) {
        return sql.select(DSL.asterisk())
                .from(FlowTables.clocks())
                .where(CLOCK_DUE.le(time(now)))
                .orderBy(CLOCK_DUE)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(ClockStore::read);
    }

    /** When the next clock is due; empty when there is none. */
    public Optional<Instant> next() {
        return sql.select(DSL.min(CLOCK_DUE))
                .from(FlowTables.clocks())
                .fetchOptional(row -> row.value1())
                .map(OffsetDateTime::toInstant);
    }

    private static FlowClock read(Record row) {
        OffsetDateTime upTo = row.get(UP_TO);
        return new FlowClock(
                new RecordId(row.get(FLOW)),
                row.get(SINCE).toInstant(),
                upTo == null ? null : upTo.toInstant(),
                row.get(LAST) == null ? null : new RecordId(Objects.requireNonNull(row.get(LAST))),
                row.get(CLOCK_DUE).toInstant());
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
