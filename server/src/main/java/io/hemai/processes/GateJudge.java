package io.hemai.processes;

import io.hemai.approvals.Approvals;
import io.hemai.identity.Acting;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Judge;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses moves that the processes of the object do not let pass, whoever writes and on whichever way. What is brought with a past has
 * had it; what Hemai keeps up by itself nobody moves.
 */
@Component
final class GateJudge implements Judge {
    private final LiveProcesses processes;
    private final GateChecks checks;
    private final Gates gates;
    private final Mover.Movers movers;
    private final ObjectProvider<Matcher> matcher;
    private final ObjectProvider<Approvals> approvals;

    GateJudge(
            LiveProcesses processes,
            GateChecks checks,
            Gates gates,
            Mover.Movers movers,
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
    public void judge(ChangeSet changes) {
        if (changes.options().migrating() || Cause.isNobody()) {
            return;
        }
        List<LiveProcess> live = processes.about(changes.type());
        if (!live.isEmpty()) {
            Mover mover = movers.acting(changes.type());
            live.forEach(
                    process -> Acting.run(LiveProcesses.LOOKING, () -> new Judging(process, changes, mover).judge()));
        }
    }

    /** One process, asked of the changes. */
    private final class Judging {
        private final LiveProcess process;
        private final ProcessPlan plan;
        private final Field<?> field;
        private final ChangeSet changes;
        private final Mover mover;

        Judging(LiveProcess process, ChangeSet changes, Mover mover) {
            this.process = process;
            this.plan = process.plan();
            this.field = plan.field();
            this.changes = changes;
            this.mover = mover;
        }

        void judge() {
            List<Change> concerned = changes.written().stream()
                    .filter(change -> change.kind() == Change.Kind.CREATE || change.kind() == Change.Kind.UPDATE)
                    .filter(this::concerns)
                    .toList();
            if (concerned.isEmpty()) {
                return;
            }
            Matches after = matcher.getObject()
                    .among(changes.type(), concerned.stream().map(Change::row).toList());
            List<Change> under = concerned.stream()
                    .filter(change -> Gates.isMet(plan.when(), filter -> after.matches(change.id(), filter)))
                    .toList();
            Set<RecordId> begun = begun(under);
            List<Change> moved = under.stream()
                    .filter(change -> change.changes(field) || begun.contains(change.id()))
                    .toList();
            if (!moved.isEmpty()) {
                judge(moved, begun, after);
            }
        }

        private void judge(List<Change> moved, Set<RecordId> begun, Matches after) {
            List<RecordId> ids = moved.stream().map(Change::id).toList();
            Map<RecordId, Set<String>> ticked = checks.ticked(process.id(), changes.type(), ids, plan.items());
            Map<RecordId, String> granted = granted(moved);
            if (plan.asksManagers()) {
                mover.learn(moved.stream().map(Judging::stood).toList());
            }
            for (Change change : moved) {
                Row row = change.row();
                String to = code(field, row);
                if (to == null) {
                    change.refuse(field, ProcessError.CLEARED, field.label());
                } else {
                    Gates.Move move = new Gates.Move(
                            process,
                            begun.contains(change.id()) ? null : code(field, change.before()),
                            to,
                            stood(change),
                            row,
                            filter -> after.matches(change.id(), filter),
                            ticked.getOrDefault(change.id(), Set.of()),
                            granted.get(change.id()));
                    problems(move).forEach(change::refuse);
                }
            }
        }

        /** Who takes something back has moved it before; what it says has to be so all the same. */
        private List<Problem> problems(Gates.Move move) {
            return changes.options().exact() ? gates.contents(move, mover) : gates.allProblems(move, mover);
        }

        private static Row stood(Change change) {
            return Objects.requireNonNullElseGet(change.before(), change::row);
        }

        /** Whether the change may be a move: of the value, or into what the process is for. */
        private boolean concerns(Change change) {
            return (change.value(field) != null || change.previous(field) != null)
                    && (change.changes(field)
                            || plan.asks().stream()
                                    .flatMap(name -> change.type().field(name).stream())
                                    .anyMatch(change::changes));
        }

        /** Those that are new, or that the process was not for before. */
        private Set<RecordId> begun(List<Change> under) {
            Set<RecordId> begun = new HashSet<>();
            List<Row> before = new ArrayList<>();
            under.forEach(change ->
                    Optional.ofNullable(change.before()).ifPresentOrElse(before::add, () -> begun.add(change.id())));
            if (!plan.asks().isEmpty() && !before.isEmpty()) {
                Matches stood = matcher.getObject().among(changes.type(), before);
                before.stream()
                        .map(Row::id)
                        .filter(id -> !Gates.isMet(plan.when(), filter -> stood.matches(id, filter)))
                        .forEach(begun::add);
            }
            return begun;
        }

        /** By record, the step by which the work that moves it was approved. */
        private Map<RecordId, String> granted(List<Change> moved) {
            Map<RecordId, RecordId> works = new HashMap<>();
            if (plan.approves()) {
                moved.forEach(change -> work(change).ifPresent(work -> works.put(change.id(), work)));
            }
            if (works.isEmpty()) {
                return Map.of();
            }
            Map<RecordId, String> steps = approvals.getObject().granted(works.values());
            return works.entrySet().stream()
                    .filter(entry -> steps.containsKey(entry.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> steps.get(entry.getValue())));
        }

        private Optional<RecordId> work(Change change) {
            return Optional.ofNullable(change.origin())
                    .or(() -> Cause.now().map(Cause::origin))
                    .map(Origin::work);
        }
    }

    /** The code of the value; null for none. */
    static @Nullable String code(Field<?> field, @Nullable Row row) {
        Object value = row == null ? null : row.value(field);
        return value == null ? null : ((ListsChoices) field.type()).codes(value).getFirst();
    }
}
