package io.hemai.automation.run;

import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunState;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes steps of the bound tenant's runs. What a step does to records and that the run went on are one transaction, whose lock on the
 * run is the lease: nobody else takes the step meanwhile, and after a crash it was taken whole or not at all. Runs that are at the
 * same step are taken together; what fails is tried again in ever smaller groups, so that it keeps nobody else.
 */
@Component
class FlowWork {
    /** Keeps a transaction short, since the journal's readers wait for long ones. */
    private static final int AT_ONCE = 100;

    /** So many parts of a loop are tried. */
    static final int MOST_TRIED = 20;

    private static final String NOT_TRIED = "not_tried";

    private final LiveFlows flows;
    private final FlowFailures failures;
    private final FlowParts with;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowWork(LiveFlows flows, FlowFailures failures, FlowParts with, TenantTransactions transactions, Clock clock) {
        this.flows = flows;
        this.failures = failures;
        this.with = with;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a step of each of some runs whose time has come; answers of how many. */
    int takeSome() {
        return Acting.call(
                new SystemIdentity("flows", "flows"),
                () -> transactions.write(() -> {
                    List<FlowRun> due = with.runs().claim(clock.instant(), AT_ONCE);
                    Instant now = clock.instant();
                    List<List<FlowRun>> groups = groups(due);
                    groups.forEach(group -> attempt(() -> flows.require(group.getFirst()), group, now));
                    putOff(due, groups, now);
                    return due.size();
                }));
    }

    /** Those about a record that another is about are taken next, but after all that is due by then. */
    private void putOff(List<FlowRun> due, List<List<FlowRun>> groups, Instant now) {
        Set<RecordId> taken =
                groups.stream().flatMap(List::stream).map(FlowRun::id).collect(Collectors.toSet());
        List<RecordId> others =
                due.stream().map(FlowRun::id).filter(id -> !taken.contains(id)).toList();
        if (!others.isEmpty()) {
            with.runs().takeNow(others, now);
        }
    }

    /** Those at the same step of the same version, each record once: the others are still due afterwards. */
    private static List<List<FlowRun>> groups(List<FlowRun> due) {
        Set<RecordId> seen = new HashSet<>();
        return List.copyOf(due.stream()
                .filter(run -> seen.add(run.record()))
                .collect(Collectors.groupingBy(
                        run -> run.version() + " " + run.step(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /**
     * Takes all steps of a run, as if their times had come, up to one that asks people; of a loop some parts. Answers how far it came.
     * For trials, which are undone.
     */
    FlowRun takeAll(LiveFlow flow, FlowRun begun) {
        FlowRun run = begun;
        boolean waits = false;
        while (run.dueAt() != null && !waits) {
            FlowRun before = run;
            attempt(() -> flow, List.of(run), run.dueAt());
            run = again(run);
            if (run.parts() != null) {
                takeParts(flow, run);
                run = again(run);
            } else {
                waits = Objects.equals(before.step(), run.step())
                        && run.tries() == 0
                        && (asks(flow, run.step()) || (run.taken() == before.taken() && run.watchesUntil() == null));
            }
        }
        return run;
    }

    private static boolean asks(LiveFlow flow, @Nullable String step) {
        return flow.plan()
                .step(String.valueOf(step))
                .filter(one -> one.action().asks())
                .isPresent();
    }

    private FlowRun again(FlowRun run) {
        return with.log().find(run.flow(), run.id()).orElseThrow();
    }

    private void takeParts(LiveFlow flow, FlowRun run) {
        List<FlowRun> parts = with.log().partsOf(run.id(), FlowLoops.MOST);
        List<FlowRun> tried = parts.subList(0, Math.min(MOST_TRIED, parts.size()));
        Instant now = clock.instant();
        with.runs()
                .went(
                        parts.subList(tried.size(), parts.size()).stream()
                                .map(part -> part.neverWentOn(RunState.STOPPED, NOT_TRIED, now))
                                .toList(),
                        List.of());
        tried.forEach(part -> takeAll(flow, part));
    }

    private void attempt(Supplier<LiveFlow> flow, List<FlowRun> group, Instant now) {
        try {
            transactions.nested(() -> {
                take(flow.get(), group, now);
                return group;
            });
        } catch (DataAccessResourceFailureException | TransactionException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            if (group.size() == 1) {
                failures.note(group.getFirst(), failed, now);
                return;
            }
            int middle = group.size() / 2;
            attempt(flow, group.subList(0, middle), now);
            attempt(flow, group.subList(middle, group.size()), now);
        }
    }

    private void take(LiveFlow flow, List<FlowRun> group, Instant now) {
        int depth = group.stream().mapToInt(FlowRun::depth).max().orElseThrow();
        Acting.run(
                new SystemIdentity(flow.name(), flow.name()),
                () -> Cause.ofFlow(flow.name(), new Origin(null, depth)).call(() -> {
                    new Taking(with, flow, group, now).take();
                    return flow;
                }));
    }
}
