package io.hemai.automation.run;

import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowObject;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.RunStore;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.TakingBack;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes back what a run and the parts of its loops did to records; what left the house stays out there. */
@Component
class FlowUndo {
    private final FlowObject flow;
    private final RunStore runs;
    private final RunLog log;
    private final TakingBack back;
    private final Records records;
    private final TenantTransactions transactions;
    private final Clock clock;

    FlowUndo(
            FlowObject flow,
            RunStore runs,
            RunLog log,
            TakingBack back,
            Records records,
            TenantTransactions transactions,
            Clock clock) {
        this.flow = flow;
        this.runs = runs;
        this.log = log;
        this.back = back;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes back a run of a flow that the caller may change, within the caller's rights on the records. */
    TakingBack.Result undo(RecordId of, RecordId id) {
        return transactions.write(() -> {
            String name = records.lockToChange(records.type(flow), of).label();
            runs.hold(id);
            FlowRun run = log.find(of, id).orElseThrow(() -> Refusal.of(AutomationError.RUN_NOT_FOUND, id.toString()));
            List<FlowRun> all = Stream.concat(Stream.of(run), log.partsOf(id, Limits.BATCH).stream())
                    .toList();
            require(all);
            List<RecordId> work = all.stream()
                    .filter(one -> one.undoneAt() == null)
                    .map(FlowRun::id)
                    .toList();
            int changes = back.changes(work);
            if (changes == 0) {
                throw Refusal.of(AutomationError.NOTHING_TO_UNDO);
            }
            if (changes > TakingBack.MOST) {
                throw Refusal.of(AutomationError.TOO_MUCH_TO_UNDO, TakingBack.MOST);
            }
            TakingBack.Result result =
                    new Cause(null, "undo of " + name, true, Origin.TAKING_BACK).call(() -> back.takeBack(work));
            if (result.left().isEmpty()) {
                runs.undone(work, clock.instant());
            }
            return result;
        });
    }

    private static void require(List<FlowRun> all) {
        if (all.stream().anyMatch(run -> run.state() == RunState.RUNNING)) {
            throw Refusal.of(AutomationError.RUN_UNDER_WAY);
        }
        if (all.getFirst().undoneAt() != null) {
            throw Refusal.of(AutomationError.ALREADY_UNDONE);
        }
    }
}
