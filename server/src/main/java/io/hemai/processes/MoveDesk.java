package io.hemai.processes;

import io.hemai.automation.GivenFlows;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do about the next moves of a record, besides making them. */
@Component
class MoveDesk {
    private final LiveProcesses processes;
    private final MoveTelling telling;
    private final GateChecks checks;
    private final Mover.Movers movers;
    private final GivenFlows flows;
    private final Records records;
    private final Metadata metadata;
    private final TenantTransactions transactions;

    MoveDesk(
            LiveProcesses processes,
            MoveTelling telling,
            GateChecks checks,
            Mover.Movers movers,
            GivenFlows flows,
            Records records,
            Metadata metadata,
            TenantTransactions transactions) {
        this.processes = processes;
        this.telling = telling;
        this.checks = checks;
        this.movers = movers;
        this.flows = flows;
        this.records = records;
        this.metadata = metadata;
        this.transactions = transactions;
    }

    /** Ticks an item, or takes that back; answers where the record stands then. */
    Map<String, @Nullable Object> tick(RecordId id, RecordId record, String key, boolean done) {
        LiveProcess process = processes.require(id);
        ObjectType type = metadata.current().require(process.object());
        return transactions.write(() -> {
            requireChangeable(process, type, record);
            ProcessPlan.Item item =
                    process.plan().item(key).orElseThrow(() -> Refusal.ofField("key", ProcessError.NOT_FOUND));
            checks.tick(id, type, record, item, done);
            return telling.at(type.name(), record).stream()
                    .filter(one -> id.toString().equals(one.get("process")))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(ProcessError.NOT_FOUND));
        });
    }

    /** Asks the people whom the move's gate names; when they approve, the record moves. Answers for how many records that began. */
    int ask(RecordId id, RecordId record, String to, List<RecordId> approvers) {
        LiveProcess process = processes.require(id);
        ObjectType type = metadata.current().require(process.object());
        ProcessPlan plan = process.plan();
        return transactions.write(() -> {
            Row row = requireChangeable(process, type, record);
            String from = GateJudge.code(plan.field(), row);
            if (plan.state(to).isEmpty() || to.equals(from)) {
                throw Refusal.ofField("to", KernelError.INVALID_PARAMETER, "to");
            }
            requireNothingElse(type, plan, record, to);
            ProcessPlan.Gate gate = plan.asking(from, to).orElseThrow(() -> Refusal.of(ProcessError.NO_APPROVAL));
            return flows.start(id.toString(), ProcessFlows.part(id, gate.id()), record, approvers);
        });
    }

    /** People are not asked for what would be refused afterwards: the move is made, and taken back. */
    private void requireNothingElse(ObjectType type, ProcessPlan plan, RecordId record, String to) {
        try {
            transactions.nested(() -> {
                Change move =
                        Change.update(type, record, null, Map.of(plan.field().name(), to), false);
                records.write(type, List.of(move), WriteOptions.USUAL);
                throw Refusal.of(ProcessError.NO_APPROVAL);
            });
        } catch (Refusal refused) {
            List<Problem> others = refused.problems().stream()
                    .filter(problem -> problem.code() != ProcessError.NEEDS_APPROVAL)
                    .toList();
            if (!others.isEmpty()) {
                throw Refusal.of(others);
            }
        }
    }

    private Row requireChangeable(LiveProcess process, ObjectType type, RecordId record) {
        return Optional.of(process)
                .filter(live -> movers.acting(type).writes(live.plan().field()))
                .flatMap(live -> Optional.ofNullable(
                        records.changeable(type, List.of(record)).get(record)))
                .orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, type.name(), record.toString()));
    }
}
