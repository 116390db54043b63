package io.hemai.automation.run;

import io.hemai.approvals.ApprovalStatus;
import io.hemai.approvals.Asking;
import io.hemai.approvals.Standing;
import io.hemai.approvals.Terms;
import io.hemai.automation.FlowPlan;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.automation.action.MailAction;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.StepTaken;
import io.hemai.calendar.WorkingTimes;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Matches;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of runs that are at the same place. */
final class Taking {
    private final FlowParts with;
    private final LiveFlow flow;
    private final List<FlowRun> group;
    private final Instant now;
    private final ObjectType type;
    private final WorkingTimes.Current hours;
    private final Wants wants;
    private final List<FlowMail.Written> written = new ArrayList<>();
    private final List<FlowMessages.Meant> meant = new ArrayList<>();
    private final Map<FlowRun, Row> looping = new LinkedHashMap<>();
    private Outcome.@Nullable Each each;
    private final Map<FlowRun, Terms> asking = new LinkedHashMap<>();
    private final List<FlowRun> went = new ArrayList<>();
    private final List<StepTaken> taken = new ArrayList<>();
    private final List<FlowRun> begun = new ArrayList<>();
    private final List<RecordId> passed = new ArrayList<>();
    private final List<RecordId> ended = new ArrayList<>();

    Taking(FlowParts with, LiveFlow flow, List<FlowRun> group, Instant now) {
        this.with = with;
        this.flow = flow;
        this.now = now;
        this.group = group;
        this.type = with.metadata().current().require(group.getFirst().object());
        this.hours = with.times().at(now);
        this.wants = new Wants(with, flow, type);
    }

    /** A run that began in the moment in which its flow was paused or stopped fares as the others did. */
    void take() {
        switch (flow.status()) {
            case ACTIVE -> takeStep();
            case PAUSED -> group.forEach(run -> went.add(run.rests()));
            case STOPPED, DRAFT -> group.forEach(run -> neverWentOn(run, StopFlow.REASON));
        }
        with.runs().begin(begun);
        with.runs().went(went, taken);
        with.approvals().passed(passed);
        with.approvals().ended(ended);
    }

    private void takeStep() {
        Map<RecordId, Row> rows = with.records()
                .rows(type.name(), group.stream().map(FlowRun::record).toList());
        Matches matches = with.matcher().among(type, rows.values());
        Map<RecordId, ApprovalStatus> over = flow.plan().asks()
                ? with.approvals().over(group.stream().map(FlowRun::id).toList())
                : Map.of();
        for (FlowRun run : group) {
            Row row = rows.get(run.record());
            ApprovalStatus answered = over.get(run.id());
            if (answered != null) {
                neverWentOn(run, answered.name().toLowerCase(Locale.ROOT));
            } else if (row == null) {
                neverWentOn(run, "record_gone");
            } else {
                take(run, row, matches);
            }
        }
        mail();
        tellWebhook();
        wants.carryOut();
        loop();
        ask();
    }

    private FlowPlan.Step<?> step(FlowRun run) {
        return flow.plan()
                .step(String.valueOf(run.step()))
                .orElseThrow(() -> new IllegalStateException("no step " + run.step() + " in " + flow.version()));
    }

    private void take(FlowRun run, Row row, Matches matches) {
        FlowPlan.Step<?> step = step(run);
        Moment moment = new Moment(
                run.id(), step.id(), row, now, hours, step.ways(), filter -> matches.matches(row.id(), filter));
        switch (step.decide(moment)) {
            case Outcome.Done(var deeds) -> {
                deeds.forEach(deed -> wants.want(deed, run, row, step.id()));
                went(run.wentOn(step.next(), now, now), run, step, "done", null);
            }
            case Outcome.Mail letter -> written.add(new FlowMail.Written(run, row, letter));
            case Outcome.Message message -> meant.add(new FlowMessages.Meant(run, row, message));
            case Outcome.Each loop -> {
                each = loop;
                looping.put(run, row);
            }
            case Outcome.Wait(var until, var change) -> wait(run, step, until, change, matches);
            case Outcome.Later(var until) -> went(run.asked(until), run, step, "not_yet", until.toString());
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

    /** Mails leave with the transaction, and are noted as what was done about the record. */
    private void mail() {
        Map<RecordId, FlowMail.Sent> sent = with.mail().send(type, written);
        for (FlowMail.Written one : written) {
            FlowRun run = one.run();
            FlowMail.Sent mailed = sent.get(run.id());
            if (mailed != null) {
                wants.want(
                        Change.create(with.metadata().current().require(MailAction.NOTED), mailed.noted(), false), run);
            }
            FlowPlan.Step<?> step = step(run);
            went(run.wentOn(step.next(), now, now), run, step, mailed == null ? "no_address" : "done", null);
        }
    }

    private void tellWebhook() {
        if (meant.isEmpty()) {
            return;
        }
        with.messages().send(flow, type, meant);
        meant.forEach(one -> {
            FlowPlan.Step<?> step = step(one.run());
            went(one.run().wentOn(step.next(), now, now), one.run(), step, "done", null);
        });
    }

    /** A loop begins a run for each related record, and goes on when all of them have ended. */
    private void loop() {
        Map<FlowRun, Row> beginning = new LinkedHashMap<>();
        looping.forEach((run, row) -> {
            if (run.parts() == null) {
                beginning.put(run, row);
            }
        });
        if (!beginning.isEmpty()) {
            begin(beginning);
        }
        List<FlowRun> looked =
                looping.keySet().stream().filter(run -> run.parts() != null).toList();
        if (looked.isEmpty()) {
            return;
        }
        Map<RecordId, Map<RunState, Integer>> parts = with.log().parts(looked);
        for (FlowRun run : looked) {
            Map<RunState, Integer> states = parts.getOrDefault(run.id(), Map.of());
            FlowPlan.Step<?> step = step(run);
            if (states.containsKey(RunState.RUNNING)) {
                went.add(run.staysUntil(null));
            } else {
                Integer failed = states.get(RunState.FAILED);
                went(
                        run.wentOn(step.next(), now, now),
                        run,
                        step,
                        failed == null ? "looped" : "looped_failed",
                        failed == null ? null : failed.toString());
            }
        }
    }

    private void begin(Map<FlowRun, Row> runs) {
        FlowPlan.Step<?> step = step(runs.keySet().iterator().next());
        String first = step.ways().getFirst().first();
        Map<FlowRun, List<Row>> related = with.loops().related(type, Objects.requireNonNull(each), runs);
        related.forEach((run, rows) -> {
            if (rows.isEmpty() || first == null) {
                went(run.wentOn(step.next(), now, now), run, step, "no_related", null);
            } else {
                rows.forEach(row -> begun.add(run.part(row.type().name(), row.id(), first, now)));
                went(run.loops(rows.size()), run, step, "looping", Integer.toString(rows.size()));
            }
        });
    }

    private void neverWentOn(FlowRun run, String why) {
        went.add(run.neverWentOn(RunState.STOPPED, why, now));
        if (flow.plan().asksFrom(run.step())) {
            ended.add(run.id());
        }
    }

    /** What is asked has the name of the flow; one that nobody drew is called by what its step says. */
    private String called(Terms terms) {
        String title = terms.title();
        return flow.given() && title != null ? title : flow.name();
    }

    /** What is asked about stays as it is from that moment on, so it is locked and read once more. */
    private void ask() {
        if (asking.isEmpty()) {
            return;
        }
        Map<RecordId, Row> locked = with.records()
                .lockedRows(type, asking.keySet().stream().map(FlowRun::record).toList());
        List<Asking> asked = new ArrayList<>();
        asking.forEach((run, terms) -> {
            Row row = locked.get(run.record());
            if (row == null) {
                neverWentOn(run, "record_gone");
            } else {
                asked.add(new Asking(
                        run.id(),
                        String.valueOf(run.step()),
                        called(terms),
                        row,
                        run.by().person(),
                        run.by().chosen(),
                        terms));
            }
        });
        Map<RecordId, Standing> standings = with.approvals().take(asked);
        asking.keySet().forEach(run -> {
            Standing standing = standings.get(run.id());
            if (standing != null) {
                answered(run, standing);
            }
        });
    }

    private void answered(FlowRun run, Standing standing) {
        FlowPlan.Step<?> step = step(run);
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

    private void went(FlowRun after, FlowRun before, FlowPlan.Step<?> step, String outcome, @Nullable String detail) {
        went.add(after);
        if (flow.plan().asksFrom(before.step()) && !flow.plan().asksFrom(after.step())) {
            passed.add(before.id());
        }
        taken.add(new StepTaken(
                before.id(), before.taken() + 1, step.id(), step.action().name(), now, outcome, detail));
    }
}
