package io.hemai.automation.run;

import io.hemai.approvals.ApprovalStatus;
import io.hemai.approvals.Approvals;
import io.hemai.approvals.Asking;
import io.hemai.approvals.Standing;
import io.hemai.approvals.Terms;
import io.hemai.automation.FlowPlan;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.automation.Outcome.Deed;
import io.hemai.automation.action.MailAction;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.StepTaken;
import io.hemai.calendar.WorkingTimes;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.Verb;
import io.hemai.records.verb.Verbs;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final RunStore runs;
    private final LiveFlows flows;
    private final Approvals approvals;
    private final Records records;
    private final Verbs verbs;
    private final Matcher matcher;
    private final Metadata metadata;
    private final FlowFailures failures;
    private final FlowTelling telling;
    private final FlowMail mail;
    private final WorkingTimes times;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowWork(
            RunStore runs,
            LiveFlows flows,
            Approvals approvals,
            Records records,
            Verbs verbs,
            Matcher matcher,
            Metadata metadata,
            FlowFailures failures,
            FlowTelling telling,
            FlowMail mail,
            WorkingTimes times,
            TenantTransactions transactions,
            Clock clock) {
        this.runs = runs;
        this.flows = flows;
        this.approvals = approvals;
        this.records = records;
        this.verbs = verbs;
        this.matcher = matcher;
        this.metadata = metadata;
        this.failures = failures;
        this.telling = telling;
        this.mail = mail;
        this.times = times;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a step of each of some runs whose time has come; answers of how many. */
    int takeSome() {
        return Acting.call(
                new SystemIdentity("flows", "flows"),
                () -> transactions.write(() -> {
                    List<FlowRun> due = runs.claim(clock.instant(), AT_ONCE);
                    Instant now = clock.instant();
                    groups(due).forEach(group -> attempt(() -> flows.require(group.getFirst()), group, now));
                    return due.size();
                }));
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
     * Takes all steps of a run, as if their times had come, up to one that asks people; answers how far it came. For trials, which are
     * undone.
     */
    FlowRun takeAll(LiveFlow flow, FlowRun begun) {
        FlowRun run = begun;
        boolean waits = false;
        while (run.dueAt() != null && !waits) {
            String step = run.step();
            attempt(() -> flow, List.of(run), run.dueAt());
            run = runs.find(run.flow(), run.id()).orElseThrow();
            boolean asks = run.watchesUntil() == null;
            waits = asks && run.tries() == 0 && Objects.equals(step, run.step());
        }
        return run;
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
                    new Taking(flow, group, now).take();
                    return flow;
                }));
    }

    /** One step of runs that are at the same place. */
    private final class Taking {
        private final LiveFlow flow;
        private final List<FlowRun> group;
        private final Instant now;
        private final ObjectType type;
        private final WorkingTimes.Current hours;
        private final Map<ObjectType, List<Change>> changes = new LinkedHashMap<>();
        private final List<Runnable> calls = new ArrayList<>();
        private final List<FlowTelling.Told> told = new ArrayList<>();
        private final List<FlowMail.Written> written = new ArrayList<>();
        private final List<FlowRun> went = new ArrayList<>();
        private final List<StepTaken> taken = new ArrayList<>();
        private final Map<FlowRun, Terms> asking = new LinkedHashMap<>();
        private final List<RecordId> passed = new ArrayList<>();
        private final List<RecordId> ended = new ArrayList<>();

        Taking(LiveFlow flow, List<FlowRun> group, Instant now) {
            this.flow = flow;
            this.now = now;
            this.group = group;
            this.type = metadata.current().require(flow.object());
            this.hours = times.at(now);
        }

        /** A run that began in the moment in which its flow was paused or stopped fares as the others did. */
        void take() {
            switch (flow.status()) {
                case ACTIVE -> takeStep();
                case PAUSED -> group.forEach(run -> went.add(run.rests()));
                case STOPPED, DRAFT -> group.forEach(run -> neverWentOn(run, StopFlow.REASON));
            }
            runs.went(went, taken);
            approvals.passed(passed);
            approvals.ended(ended);
        }

        private void takeStep() {
            Map<RecordId, Row> rows = records.rows(
                    type.name(), group.stream().map(FlowRun::record).toList());
            Matches matches = matcher.among(type, rows.values());
            Map<RecordId, ApprovalStatus> over = flow.plan().asks()
                    ? approvals.over(group.stream().map(FlowRun::id).toList())
                    : Map.of();
            for (FlowRun run : group) {
                Row row = rows.get(run.record());
                ApprovalStatus ended = over.get(run.id());
                if (ended != null) {
                    neverWentOn(run, ended.name().toLowerCase(Locale.ROOT));
                } else if (row == null) {
                    neverWentOn(run, "record_gone");
                } else {
                    take(run, row, matches);
                }
            }
            mail();
            changes.forEach((of, some) -> records.write(of, some, WriteOptions.USUAL.allowingDuplicates()));
            calls.forEach(Runnable::run);
            telling.tell(told);
            ask();
        }

        /** Mails leave with the transaction, and are noted as what was done about the record. */
        private void mail() {
            Map<RecordId, FlowMail.Sent> sent = mail.send(type, written);
            for (FlowMail.Written one : written) {
                FlowRun run = one.run();
                FlowMail.Sent mailed = sent.get(run.id());
                if (mailed != null) {
                    want(
                            Change.create(metadata.current().require(MailAction.NOTED), mailed.noted(), false),
                            origin(run));
                }
                FlowPlan.Step<?> step =
                        flow.plan().step(String.valueOf(run.step())).orElseThrow();
                went(run.wentOn(step.next(), now, now), run, step, mailed == null ? "no_address" : "done", null);
            }
        }

        private void neverWentOn(FlowRun run, String why) {
            went.add(run.neverWentOn(RunState.STOPPED, why, now));
            if (flow.plan().asksFrom(run.step())) {
                ended.add(run.id());
            }
        }

        /** What is asked about stays as it is from that moment on, so it is locked and read once more. */
        private void ask() {
            if (asking.isEmpty()) {
                return;
            }
            Map<RecordId, Row> locked = records.lockedRows(
                    type, asking.keySet().stream().map(FlowRun::record).toList());
            List<Asking> asked = new ArrayList<>();
            asking.forEach((run, terms) -> {
                Row row = locked.get(run.record());
                if (row == null) {
                    neverWentOn(run, "record_gone");
                } else {
                    String step = String.valueOf(run.step());
                    asked.add(new Asking(
                            run.id(),
                            step,
                            flow.name(),
                            row,
                            run.by().person(),
                            run.by().chosen(),
                            terms));
                }
            });
            Map<RecordId, Standing> standings = approvals.take(asked);
            asking.keySet().forEach(run -> {
                Standing standing = standings.get(run.id());
                if (standing != null) {
                    answered(run, standing);
                }
            });
        }

        private void answered(FlowRun run, Standing standing) {
            FlowPlan.Step<?> step = flow.plan().step(String.valueOf(run.step())).orElseThrow();
            switch (standing) {
                case Standing.Waiting(var until, var whom) -> {
                    if (whom == null) {
                        went.add(run.staysUntil(until));
                    } else {
                        went(run.asked(until), run, step, "asked", whom);
                    }
                }
                case Standing.Passed() -> went(run.wentOn(step.next(), now, now), run, step, "approved", null);
                case Standing.Refused() -> refused(run, step);
                case Standing.Withdrawn() -> went(run.stopped("withdrawn", now), run, step, "withdrawn", null);
                case Standing.Back(var to) -> went(run.wentOn(to, now, now), run, step, "sent_back", to);
            }
        }

        /** Without steps for that case it ends. */
        private void refused(FlowRun run, FlowPlan.Step<?> step) {
            String way = step.ways().isEmpty() ? null : step.ways().getFirst().first();
            went(way == null ? run.stopped("refused", now) : run.wentOn(way, now, now), run, step, "refused", null);
        }

        private void take(FlowRun run, Row row, Matches matches) {
            FlowPlan.Step<?> step = flow.plan()
                    .step(String.valueOf(run.step()))
                    .orElseThrow(() -> new IllegalStateException("no step " + run.step() + " in " + flow.version()));
            Moment moment = new Moment(
                    run.id(), step.id(), row, now, hours, step.ways(), filter -> matches.matches(row.id(), filter));
            switch (step.decide(moment)) {
                case Outcome.Done(var deeds) -> {
                    deeds.forEach(deed -> want(deed, run, row, step.id()));
                    went(run.wentOn(step.next(), now, now), run, step, "done", null);
                }
                case Outcome.Mail letter -> written.add(new FlowMail.Written(run, row, letter));
                case Outcome.Wait(var until, var change) -> wait(run, step, until, change, matches);
                case Outcome.Go(var way) ->
                    went(
                            run.wentOn(way == null ? step.next() : way.first(), now, now),
                            run,
                            step,
                            "went",
                            way == null ? null : way.name());
                case Outcome.Ask(var terms) -> asking.put(run, terms);
                case Outcome.Stop(var reason) -> went(run.stopped(reason, now), run, step, "stopped", reason);
            }
        }

        /** Without something to become, the time alone counts; else it looks whenever the record changes, until the time is up. */
        private void wait(FlowRun run, FlowPlan.Step<?> step, Instant until, @Nullable Filter change, Matches matches) {
            Instant last = run.watchesUntil();
            if (change == null) {
                went(run.wentOn(step.next(), until, now), run, step, "waited", until.toString());
            } else if (matches.matches(run.record(), change)) {
                went(run.wentOn(step.next(), now, now), run, step, "changed", null);
            } else if (last == null) {
                went(run.watches(until, now), run, step, "waited", until.toString());
            } else if (now.isBefore(last)) {
                went.add(run.staysUntil(last));
            } else {
                went(run.wentOn(step.next(), now, now), run, step, "time_up", null);
            }
        }

        private void want(Deed deed, FlowRun run, Row row, String step) {
            switch (deed) {
                case Deed.Update(var values) ->
                    want(Change.update(type, run.record(), null, values, false), origin(run));
                case Deed.Create(var object, var values) ->
                    want(Change.create(metadata.current().require(object), values, false), origin(run));
                case Deed.Tell tell -> told.add(new FlowTelling.Told(flow.flow() + " " + step, row, tell));
                case Deed.Call(var verb, var given) ->
                    calls.add(() -> call(verbs.require(type, verb), given, run, row));
            }
        }

        private static Origin origin(FlowRun run) {
            return new Origin(run.id(), run.depth());
        }

        private <I> void call(Verb<I, ?> verb, Map<String, @Nullable Object> given, FlowRun run, Row row) {
            Cause.ofFlow(flow.name(), origin(run)).call(() -> {
                verbs.run(verb, row, verbs.input(verb, given));
                return run;
            });
        }

        private void want(Change change, Origin origin) {
            change.from(origin);
            changes.computeIfAbsent(change.type(), of -> new ArrayList<>()).add(change);
        }

        private void went(
                FlowRun after, FlowRun before, FlowPlan.Step<?> step, String outcome, @Nullable String detail) {
            went.add(after);
            if (flow.plan().asksFrom(before.step()) && !flow.plan().asksFrom(after.step())) {
                passed.add(before.id());
            }
            taken.add(new StepTaken(
                    before.id(), before.taken() + 1, step.id(), step.action().name(), now, outcome, detail));
        }
    }
}
