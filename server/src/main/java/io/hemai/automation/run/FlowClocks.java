package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowPlan;
import io.hemai.automation.store.ClockStore;
import io.hemai.automation.store.FlowClock;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.Starter;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Starts flows by the time. Which records' time came since the last look is one question to the records, in chunks; the runs and how far
 * it looked are one transaction, so that after a crash no record is left out or has two.
 */
@Component
class FlowClocks {
    private static final Logger LOG = LoggerFactory.getLogger(FlowClocks.class);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(10);

    private final ClockStore clocks;
    private final RunStore runs;
    private final LiveFlows flows;
    private final FlowObject flow;
    private final Records records;
    private final Metadata metadata;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowClocks(
            ClockStore clocks,
            RunStore runs,
            LiveFlows flows,
            FlowObject flow,
            Records records,
            Metadata metadata,
            TenantTransactions transactions,
            Clock clock) {
        this.clocks = clocks;
        this.runs = runs;
        this.flows = flows;
        this.flow = flow;
        this.records = records;
        this.metadata = metadata;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Has the flow look from now on, when its plan goes by the time. */
    void set(RecordId flow, ObjectType type, FlowPlan plan) {
        Instant now = clock.instant();
        plan.start()
                .next(type, now, zone())
                .ifPresentOrElse(
                        next -> clocks.set(new FlowClock(flow, now, null, null, next)), () -> clocks.remove(flow));
    }

    /** Has the flow look no more; what comes meanwhile is left out. */
    void remove(RecordId flow) {
        clocks.remove(flow);
    }

    /** When the next flow is to look; empty for never. */
    Optional<Instant> next() {
        return clocks.next();
    }

    /** Starts some runs; answers whether there may be more to do now. */
    boolean startSome() {
        return Acting.call(
                new SystemIdentity("flows", "flows"),
                () -> transactions.write(() -> {
                    Optional<FlowClock> due = clocks.claim(clock.instant());
                    due.ifPresent(this::look);
                    return due.isPresent();
                }));
    }

    /** What is wrong with one flow keeps no other from going on. */
    private void look(FlowClock due) {
        try {
            transactions.nested(() -> {
                clocks.set(looked(due));
                return due;
            });
        } catch (DataAccessResourceFailureException | TransactionException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.error("flow {} cannot look", due.flow(), failed);
            clocks.set(new FlowClock(due.flow(), due.since(), due.upTo(), due.last(), later()));
        }
    }

    /** A flow that is in the bin looks for nothing, and on from then when it comes back. */
    private FlowClock looked(FlowClock due) {
        Optional<Row> row = records.find(Query.of(flow).where(CommonFields.ID.is(due.flow())));
        return row.isPresent()
                ? start(flows.of(row.get()), due)
                : new FlowClock(due.flow(), clock.instant(), null, null, later());
    }

    private Instant later() {
        return clock.instant().plus(AFTER_TROUBLE);
    }

    private FlowClock start(LiveFlow live, FlowClock due) {
        ObjectType type = metadata.current().require(live.object());
        Instant now = clock.instant();
        Instant upTo = due.upTo() == null ? now : due.upTo();
        List<Row> reached = live.plan()
                .start()
                .reached(type, due.since(), upTo, zone())
                .map(filter -> records.next(
                        Query.of(type.name())
                                .where(filter.and(live.plan().when()))
                                .limit(Limits.CHUNK),
                        due.last()))
                .orElse(List.of());
        runs.begin(reached.stream()
                .map(row -> live.begun(row.id(), Starter.NOBODY, 1, now))
                .toList());
        if (reached.size() == Limits.CHUNK) {
            return new FlowClock(
                    due.flow(), due.since(), upTo, reached.getLast().id(), now);
        }
        Instant next = live.plan().start().next(type, now, zone()).orElseThrow();
        return new FlowClock(due.flow(), upTo, null, null, next);
    }

    private static ZoneId zone() {
        return CurrentTenant.get().zone();
    }
}
