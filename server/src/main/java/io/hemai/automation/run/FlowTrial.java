package io.hemai.automation.run;

import io.hemai.automation.FlowObject;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.Starter;
import io.hemai.automation.store.StepTaken;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Matcher;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tries a flow as it is drawn with a record, without effect: the run takes its steps as it would, waits for nothing, and all of it is
 * undone. So a trial meets the same rules, branches on what earlier steps changed, and tells what would be refused.
 */
@Component
class FlowTrial {
    private final FlowObject flow;
    private final LiveFlows flows;
    private final FlowWork work;
    private final RunStore runs;
    private final RunLog log;
    private final Records records;
    private final Matcher matcher;
    private final Metadata metadata;
    private final RunChanges changes;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowTrial(
            FlowObject flow,
            LiveFlows flows,
            FlowWork work,
            RunStore runs,
            RunLog log,
            Records records,
            Matcher matcher,
            Metadata metadata,
            RunChanges changes,
            TenantTransactions transactions,
            Clock clock) {
        this.flow = flow;
        this.flows = flows;
        this.work = work;
        this.runs = runs;
        this.log = log;
        this.records = records;
        this.matcher = matcher;
        this.metadata = metadata;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param meant whether the flow is for the record at all; it is tried all the same
     * @param changes what would change, as far as the caller may know of it
     */
    record Outlook(boolean meant, FlowRun run, List<StepTaken> steps, List<RunChanges.Changes> changes) {}

    /** Ends the transaction, whose work is not to stay. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outlook outlook;

        Undone(Outlook outlook) {
            super(null, null, false, false);
            this.outlook = outlook;
        }
    }

    /** Tries a flow that the caller may change with a record that the caller may change. */
    Outlook of(RecordId id, RecordId record) {
        try {
            return transactions.nested(() -> {
                throw new Undone(tried(id, record));
            });
        } catch (Undone undone) {
            return undone.outlook;
        }
    }

    private Outlook tried(RecordId id, RecordId record) {
        LiveFlow drawn = flows.drawn(records.lockToChange(records.type(flow), id));
        ObjectType type = metadata.current().require(drawn.object());
        Map<RecordId, Row> rows = records.changeable(type, List.of(record));
        if (rows.isEmpty()) {
            throw Refusal.of(RecordsError.NOT_FOUND, type.name(), record.toString());
        }
        Starter starter = Starter.of(Acting.user().map(UserIdentity::user).orElse(null));
        FlowRun begun = drawn.begun(record, starter, 1, clock.instant());
        boolean meant = Acting.call(new SystemIdentity("flows", "flows"), () -> {
            boolean matches = matcher.among(type, rows.values())
                    .matches(record, drawn.plan().when());
            runs.begin(List.of(begun));
            work.takeAll(drawn, begun);
            return matches;
        });
        FlowRun ended = log.find(begun.flow(), begun.id()).orElseThrow();
        List<RecordId> all = Stream.concat(
                        Stream.of(ended), log.partsOf(begun.id(), FlowWork.MOST_TRIED).reversed().stream())
                .map(FlowRun::id)
                .toList();
        return new Outlook(
                meant,
                ended,
                all.stream().flatMap(run -> log.steps(run).stream()).toList(),
                changes.of(all, Limits.CHUNK));
    }
}
