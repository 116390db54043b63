package io.hemai.automation.run;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.approvals.Approvals;
import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowStatus;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.Starter;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Starts a flow for records that somebody chose and may change. Who may not see flows starts those with a button and knows of no others;
 * which of them are for a record is the flow's own question, which is not the caller's.
 */
@Component
class StartByHand {
    private final FlowObject flow;
    private final LiveFlows flows;
    private final RunStore runs;
    private final RunLog log;
    private final FlowWorker worker;
    private final Approvals approvals;
    private final PeopleSource people;
    private final Records records;
    private final Matcher matcher;
    private final Metadata metadata;
    private final TenantTransactions transactions;
    private final Clock clock;

    StartByHand(
            FlowObject flow,
            LiveFlows flows,
            RunStore runs,
            RunLog log,
            FlowWorker worker,
            Approvals approvals,
            PeopleSource people,
            Records records,
            Matcher matcher,
            Metadata metadata,
            TenantTransactions transactions,
            Clock clock) {
        this.flow = flow;
        this.flows = flows;
        this.runs = runs;
        this.log = log;
        this.worker = worker;
        this.approvals = approvals;
        this.people = people;
        this.records = records;
        this.matcher = matcher;
        this.metadata = metadata;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins a run for each of the records that the flow is for; answers how many. One that the caller may not change refuses all. */
    int start(RecordId id, List<RecordId> wanted, List<RecordId> approvers) {
        return start(() -> startable(id), wanted, approvers);
    }

    /** The same of a flow that people do not start themselves, for who has seen to it that it may begin. */
    int startGiven(Row given, List<RecordId> wanted, List<RecordId> approvers) {
        return start(() -> live(given).orElseThrow(() -> notActive(given)), wanted, approvers);
    }

    private int start(Supplier<LiveFlow> flow, List<RecordId> wanted, List<RecordId> approvers) {
        return transactions.write(() -> {
            LiveFlow live = flow.get();
            Starter by = starter(live, approvers);
            ObjectType type = metadata.current().require(live.object());
            Map<RecordId, Row> rows = records.changeable(type, wanted);
            wanted.stream()
                    .filter(record -> !rows.containsKey(record))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw Refusal.of(RecordsError.NOT_FOUND, type.name(), missing.toString());
                    });
            if (live.plan().asks()) {
                approvals.requireNonePending(rows.keySet());
                if (log.areUnderWay(live.flow(), rows.keySet())) {
                    throw Refusal.of(AutomationError.UNDER_WAY, live.name());
                }
            }
            Instant now = clock.instant();
            List<FlowRun> begun = asHemai(() -> {
                Matches matches = matcher.among(type, rows.values());
                return rows.keySet().stream()
                        .filter(record -> matches.matches(record, live.plan().when()))
                        .map(record -> live.begun(record, by, 1, now))
                        .toList();
            });
            runs.begin(begun);
            worker.wakeAfterCommit();
            return begun.size();
        });
    }

    private Starter starter(LiveFlow live, List<RecordId> approvers) {
        Map<RecordId, Person> chosen = people.persons(approvers);
        boolean known = approvers.stream()
                .allMatch(id -> chosen.containsKey(id) && chosen.get(id).active());
        if (!known || (live.plan().letsChoose() && approvers.isEmpty())) {
            throw Refusal.ofField("approvers", AutomationError.CHOOSE_APPROVERS);
        }
        return new Starter(Acting.user().map(UserIdentity::user).orElse(null), approvers);
    }

    private LiveFlow startable(RecordId id) {
        Row row = asHemai(() -> records.read(flow, id));
        Optional<LiveFlow> live = live(row).filter(one -> !one.given());
        if (live.isPresent()) {
            return live.get();
        }
        Row seen = records.read(flow, id);
        throw row.value(flow.status) == FlowStatus.ACTIVE
                ? Refusal.of(AutomationError.NOT_BY_HAND, seen.label())
                : notActive(seen);
    }

    /** The flow, while it is at work and begins when somebody says so. */
    private Optional<LiveFlow> live(Row row) {
        return row.value(flow.status) == FlowStatus.ACTIVE
                ? asHemai(() -> flows.live(row))
                        .filter(live -> live.plan().start().isByHand())
                : Optional.empty();
    }

    private static Refusal notActive(Row row) {
        return Refusal.of(AutomationError.NOT_ACTIVE, row.label());
    }

    static <T> T asHemai(Supplier<T> work) {
        return Acting.call(new SystemIdentity("flows", "flows"), work);
    }
}
