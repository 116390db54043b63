package io.hemai.records.transfer;

import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.PendingLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets the links between rows of the same file when all of them are in; what leads nowhere is told and stays empty. */
final class WaitingLinks {
    private final RunContext with;
    private final ObjectType type;
    private final ImportSettings settings;
    private final LinkResolver resolver;

    WaitingLinks(RunContext with, ObjectType type, ImportSettings settings, LinkResolver resolver) {
        this.with = with;
        this.type = type;
        this.settings = settings;
        this.resolver = resolver;
    }

    /** Sets what can be set; whether anything was written. A dry run only tells what cannot. */
    boolean set(RecordId job, List<PendingLinks.Pending> waiting, Notes notes) {
        Map<String, LinkResolver.Found> meanings =
                resolver.find(waiting.stream().map(PendingLinks.Pending::value).toList());
        List<MassActProblems.RowProblem> problems = new ArrayList<>();
        Map<RecordId, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        Map<RecordId, PendingLinks.Pending> first = new LinkedHashMap<>();
        for (PendingLinks.Pending each : waiting) {
            if (meanings.get(each.value()) instanceof LinkResolver.Found.One(var id)) {
                values.computeIfAbsent(each.record(), r -> new LinkedHashMap<>())
                        .put(each.field(), id);
                first.putIfAbsent(each.record(), each);
            } else if (!settings.dryRun() || !resolver.expects(each.value())) {
                problems.add(told(each, unclear(each, meanings.get(each.value()), notes)));
            }
        }
        List<Change> changes = settings.dryRun() ? List.of() : changes(values);
        if (!changes.isEmpty()) {
            with.records().write(type, changes, WriteOptions.USUAL.rowByRow().allowingDuplicates());
        }
        for (Change change : changes) {
            PendingLinks.Pending each = first.get(change.id());
            if (each != null) {
                change.problems().forEach(p -> problems.add(told(each, p)));
            }
        }
        problems.sort(Comparator.comparingLong(MassActProblems.RowProblem::line));
        with.problems().keep(job, problems);
        return changes.stream().anyMatch(c -> !c.isRefused());
    }

    private Problem unclear(PendingLinks.Pending each, LinkResolver.@Nullable Found meaning, Notes notes) {
        return switch (meaning) {
            case LinkResolver.Found.Several(var candidates) ->
                Problem.of(null, TransferError.LINK_AMBIGUOUS, each.value(), String.join(", ", candidates));
            case LinkResolver.Found.Near(var name) -> {
                notes.fix(column(each.field()), each.value(), name);
                yield Problem.of(null, TransferError.LINK_NEAR, each.value(), name);
            }
            case null, default -> Problem.of(null, TransferError.LINK_UNKNOWN, each.value(), type.label());
        };
    }

    private List<Change> changes(Map<RecordId, Map<String, @Nullable Object>> values) {
        List<Change> changes = new ArrayList<>();
        values.forEach((id, links) -> changes.add(Change.update(type, id, null, links, false)));
        return changes;
    }

    private MassActProblems.RowProblem told(PendingLinks.Pending each, Problem problem) {
        return with.told(each.line(), column(each.field()), each.value(), problem, each.cells());
    }

    private String column(String field) {
        return settings.mapping().columns().stream()
                .filter(c -> field.equals(c.field()))
                .map(Mapping.ColumnMapping::column)
                .findFirst()
                .orElse(field);
    }
}
