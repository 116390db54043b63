package io.hemai.records.change;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.LinkTargets;
import io.hemai.records.store.RecordIds;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Links lead to records that are there, and that the caller may lead to. */
@Component
class LinksThere {
    private final LinkTargets targets;
    private final RecordIds ids;
    private final Metadata metadata;

    LinksThere(LinkTargets targets, RecordIds ids, Metadata metadata) {
        this.targets = targets;
        this.ids = ids;
        this.metadata = metadata;
    }

    void check(ChangeSet changes, List<Change> written) {
        changes.type().links().forEach(link -> check(changes, written, link));
    }

    private static RecordId target(Change change, Link link) {
        return Objects.requireNonNull(change.value(link.field()));
    }

    /**
     * Links that were given or come back: callers link to what they may read, code to whatever is there. What rules set, they
     * know, and the database holds it.
     */
    private void check(ChangeSet changes, List<Change> written, Link link) {
        List<Change> changed = written.stream()
                .filter(c -> c.given(link.field()) || c.kind() == Change.Kind.RESTORE)
                .filter(c -> c.value(link.field()) != null && c.changes(link.field()))
                .toList();
        Optional<ObjectType> target = metadata.current().find(link.target());
        if (target.isEmpty()) {
            // what comes back from the bin may lead there; it is settled when the object comes back
            changed.stream()
                    .filter(c -> c.given(link.field()))
                    .forEach(c -> c.refuse(link.field(), RecordsError.LINK_NOT_FOUND, target(c, link)));
            return;
        }
        if (changed.isEmpty()) {
            return;
        }
        boolean master = changes.type().is(ObjectTrait.LINE) && link.type().followed();
        if (master) {
            check(changed, link, wanted -> targets.existing(changes, target.get(), wanted, true));
            return;
        }
        check(
                changed.stream().filter(c -> !c.trusted()).toList(),
                link,
                wanted -> targets.existing(changes, target.get(), wanted, false));
        check(changed.stream().filter(Change::trusted).toList(), link, wanted -> ids.existing(target.get(), wanted));
    }

    private static void check(List<Change> changed, Link link, UnaryOperator<Set<RecordId>> existing) {
        Set<RecordId> wanted = new HashSet<>();
        changed.forEach(c -> wanted.add(target(c, link)));
        if (wanted.isEmpty()) {
            return;
        }
        Set<RecordId> there = existing.apply(wanted);
        for (Change change : changed) {
            RecordId target = target(change, link);
            if (!there.contains(target)) {
                change.refuse(link.field(), RecordsError.LINK_NOT_FOUND, target);
            }
        }
    }
}
