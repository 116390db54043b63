package io.hemai.processes;

import io.hemai.approvals.Approvals;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses moves that the processes of the object do not let pass, whoever writes and on whichever way. What is brought with a past has
 * had it, and what is taken back was there.
 */
@Component
@Order
final class GateRule implements Rule {
    private static final SystemIdentity LOOKING = new SystemIdentity("processes", "processes");

    private final LiveProcesses processes;
    private final GateChecks checks;
    private final Gates gates;
    private final ObjectProvider<Mover.Movers> movers;
    private final ObjectProvider<Matcher> matcher;
    private final ObjectProvider<Approvals> approvals;

    GateRule(
            LiveProcesses processes,
            GateChecks checks,
            Gates gates,
            ObjectProvider<Mover.Movers> movers,
            ObjectProvider<Matcher> matcher,
            ObjectProvider<Approvals> approvals) {
        this.processes = processes;
        this.checks = checks;
        this.gates = gates;
        this.movers = movers;
        this.matcher = matcher;
        this.approvals = approvals;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void apply(ChangeSet changes) {
        if (changes.options().migrating() || changes.options().exact()) {
            return;
        }
        List<LiveProcess> live = processes.about(changes.type());
        if (!live.isEmpty()) {
            Mover mover = movers.getObject().acting(changes.type());
            live.forEach(process -> Acting.run(LOOKING, () -> check(process, changes, mover)));
        }
    }

    private void check(LiveProcess process, ChangeSet changes, Mover mover) {
        List<Change> concerned = changes.written().stream()
                .filter(change -> concerns(process, change))
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        Matches after = matcher.getObject()
                .among(changes.type(), concerned.stream().map(Change::row).toList());
        List<Change> moved = moved(process, concerned, after, changes);
        Map<RecordId, Set<String>> ticked = process.plan().hasItems() && !moved.isEmpty()
                ? checks.ticked(
                        process.id(),
                        changes.type(),
                        moved.stream().map(Change::id).toList())
                : Map.of();
        Set<RecordId> begun = begun(process, moved, changes);
        moved.forEach(change -> {
            Row row = change.row();
            if (code(process.plan().field(), row) == null) {
                refuseToClear(process, change);
                return;
            }
            Gates.Move move = new Gates.Move(
                    process,
                    begun.contains(change.id()) ? null : code(process.plan().field(), change.before()),
                    String.valueOf(code(process.plan().field(), row)),
                    change.before() == null ? row : change.before(),
                    row,
                    filter -> after.matches(change.id(), filter),
                    ticked.getOrDefault(change.id(), Set.of()),
                    approved(process, change));
            gates.allProblems(move, mover).forEach(change::refuse);
        });
    }

    private static void refuseToClear(LiveProcess process, Change change) {
        if (process.plan().others() != ProcessPlan.Others.ALLOW) {
            Field<?> field = process.plan().field();
            change.refuse(field, ProcessError.CLEARED, field.label());
        }
    }

    /** Whether the change may be a move: of the value, or into what the process is for. */
    private static boolean concerns(LiveProcess process, Change change) {
        ProcessPlan plan = process.plan();
        return (change.kind() == Change.Kind.CREATE || change.kind() == Change.Kind.UPDATE)
                && (change.value(plan.field()) != null || change.previous(plan.field()) != null)
                && (change.changes(plan.field())
                        || plan.asks().stream()
                                .flatMap(name -> change.type().field(name).stream())
                                .anyMatch(change::changes));
    }

    /** Those that the process is for, and that move or come under it. */
    private List<Change> moved(LiveProcess process, List<Change> concerned, Matches after, ChangeSet changes) {
        List<Change> under = concerned.stream()
                .filter(change -> after.matches(change.id(), process.plan().when()))
                .toList();
        Set<RecordId> begun = begun(process, under, changes);
        return under.stream()
                .filter(change -> change.changes(process.plan().field()) || begun.contains(change.id()))
                .toList();
    }

    /** Those that are new, or that the process was not for before. */
    private Set<RecordId> begun(LiveProcess process, List<Change> some, ChangeSet changes) {
        Set<RecordId> begun = new HashSet<>();
        List<Row> before = new ArrayList<>();
        some.forEach(change ->
                Optional.ofNullable(change.before()).ifPresentOrElse(before::add, () -> begun.add(change.id())));
        if (!process.plan().asks().isEmpty() && !before.isEmpty()) {
            Matches stood = matcher.getObject().among(changes.type(), before);
            before.stream()
                    .map(Row::id)
                    .filter(id -> !stood.matches(id, process.plan().when()))
                    .forEach(begun::add);
        }
        return begun;
    }

    /** The gate whose people approved the move that the work makes. */
    private @Nullable String approved(LiveProcess process, Change change) {
        Origin origin = change.origin() == null ? Cause.now().map(Cause::origin).orElse(null) : change.origin();
        RecordId work = origin == null ? null : origin.work();
        return work == null
                ? null
                : process.plan()
                        .asking(
                                code(process.plan().field(), change.before()),
                                String.valueOf(code(process.plan().field(), change.row())))
                        .map(ProcessPlan.Gate::id)
                        .filter(gate -> approvals.getObject().granted(work, ProcessFlows.part(process.id(), gate)))
                        .orElse(null);
    }

    /** The code of the value; null for none. */
    static @Nullable String code(Field<?> field, @Nullable Row row) {
        Object value = row == null ? null : row.value(field);
        return value == null ? null : ((ListsChoices) field.type()).codes(value).getFirst();
    }
}
