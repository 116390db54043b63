package io.hemai.approvals;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Cause;
import io.hemai.journal.Origin;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the approvals whose content a write would change: of the records themselves, or by their lines. */
@Component
class Touched {
    private static final SystemIdentity LOOKING = new SystemIdentity("approvals", "looks for approvals");
    private static final Set<ObjectTrait> NEVER_APPROVED =
            Set.of(ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY, ObjectTrait.INTERNAL, ObjectTrait.UNRECORDED);

    private final ApprovalObject approval;
    private final ObjectProvider<Records> records;

    Touched(ApprovalObject approval, ObjectProvider<Records> records) {
        this.approval = approval;
        this.records = records;
    }

    /** The approvals in one of the states, by the changes that touch them; asks once for all. */
    Map<Change, List<Row>> by(ChangeSet changes, Set<ApprovalStatus> states) {
        ObjectType type = changes.type();
        if (NEVER_APPROVED.stream().anyMatch(type::is)) {
            return Map.of();
        }
        // what Hemai keeps up is nothing that people decide on, unless a record goes by it
        boolean kept = Cause.isNobody();
        Optional<Link> master = type.master();
        Map<Change, Set<RecordId>> about = new LinkedHashMap<>();
        changes.sound().stream()
                .filter(change -> change.kind() == Change.Kind.UPDATE
                        || change.kind() == Change.Kind.DELETE
                        || master.isPresent())
                .filter(change -> change.kind() == Change.Kind.DELETE
                        || (!kept && !change.changed().isEmpty()))
                .forEach(change -> about.put(change, about(change, master)));
        Map<RecordId, List<Row>> standing = standing(about.values(), states);
        Map<Change, List<Row>> touched = new LinkedHashMap<>();
        if (!standing.isEmpty()) {
            about.forEach((change, ids) -> {
                List<Row> some = ids.stream()
                        .flatMap(id -> standing.getOrDefault(id, List.of()).stream())
                        .filter(one -> touches(change, one))
                        .toList();
                if (!some.isEmpty()) {
                    touched.put(change, some);
                }
            });
        }
        return touched;
    }

    private static Set<RecordId> about(Change change, Optional<Link> master) {
        return master.map(link -> Stream.of(previous(change, link), later(change, link))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .orElseGet(() -> Set.of(change.id()));
    }

    private static @Nullable RecordId previous(Change change, Link link) {
        return change.previous(link.field());
    }

    private static @Nullable RecordId later(Change change, Link link) {
        return change.kind() == Change.Kind.DELETE ? null : change.value(link.field());
    }

    private Map<RecordId, List<Row>> standing(Iterable<Set<RecordId>> about, Set<ApprovalStatus> states) {
        Set<RecordId> ids = new LinkedHashSet<>();
        about.forEach(ids::addAll);
        List<RecordId> wanted = List.copyOf(ids);
        Map<RecordId, List<Row>> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = wanted.subList(from, Math.min(from + Limits.IN_VALUES, wanted.size()));
            asHemai(() -> records.getObject()
                            .list(Query.of(approval)
                                    .where(approval.about
                                            .in(some.stream()
                                                    .map(id -> new About("", id))
                                                    .toList())
                                            .and(approval.status.in(states)))
                                    .limit(Limits.BATCH)))
                    .forEach(row -> found.computeIfAbsent(
                                    row.require(approval.about).id(), id -> new ArrayList<>())
                            .add(row));
        }
        return found;
    }

    private boolean touches(Change change, Row standing) {
        boolean itself =
                change.type().name().equals(standing.require(approval.about).object());
        return !isOwn(change, standing)
                && ((itself && change.kind() == Change.Kind.DELETE) || covers(change, standing));
    }

    private boolean covers(Change change, Row standing) {
        List<?> named = standing.value(approval.content) instanceof List<?> some ? some : List.of();
        return change.kind() == Change.Kind.DELETE
                ? named.isEmpty()
                : !content(change, standing, approval).isEmpty();
    }

    /** What is being decided about any of the records. */
    List<Row> pending(Collection<RecordId> records) {
        return standing(List.of(Set.copyOf(records)), Set.of(ApprovalStatus.PENDING)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The flow that asks goes on with its own steps. */
    private boolean isOwn(Change change, Row standing) {
        Origin origin = change.origin() == null ? Cause.now().map(Cause::origin).orElse(null) : change.origin();
        String run = standing.value(approval.run);
        return origin != null && run != null && origin.isOf(run);
    }

    /** The fields of what is approved that the change changes; of a line all that people say in it. */
    static List<Field<?>> content(Change change, Row standing, ApprovalObject approval) {
        List<?> named = standing.value(approval.content) instanceof List<?> some ? some : List.of();
        boolean line =
                !change.type().name().equals(standing.require(approval.about).object());
        if (line && !named.isEmpty()) {
            return List.of();
        }
        return change.changed().stream()
                .filter(field -> Content.covers(named, field))
                .toList();
    }

    static <T> T asHemai(Supplier<T> work) {
        return Acting.call(LOOKING, work);
    }
}
