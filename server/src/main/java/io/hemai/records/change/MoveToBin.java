package io.hemai.records.change;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.BinStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts deleted records into the bin before their rows go: their lines and dependants go with them into the same entry, links of
 * others become empty. Both are writes of their own, so that every rule and index follows.
 */
@Component
@Order(65)
class MoveToBin implements Doing {
    /** The entry into which a dependant goes with the record it depends on. */
    private static final ScopedValue<Map<RecordId, RecordId>> WITH = ScopedValue.newInstance();
    /** How many records may still follow. */
    private static final ScopedValue<AtomicInteger> ROOM = ScopedValue.newInstance();

    private final BinStore bin;
    private final Metadata metadata;
    private final ObjectProvider<Steps> steps;

    MoveToBin(BinStore bin, Metadata metadata, ObjectProvider<Steps> steps) {
        this.bin = bin;
        this.metadata = metadata;
        this.steps = steps;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> going = changes.sound(Change.Kind.DELETE);
        if (going.isEmpty()) {
            return;
        }
        if (ROOM.isBound()) {
            move(changes, going);
        } else {
            ScopedValue.where(ROOM, new AtomicInteger(Limits.DEPENDANTS)).run(() -> move(changes, going));
        }
    }

    private void move(ChangeSet changes, List<Change> going) {
        Map<RecordId, RecordId> with = WITH.isBound() ? WITH.get() : Map.of();
        Map<RecordId, RecordId> entries = new HashMap<>();
        going.forEach(c -> entries.put(c.id(), with.getOrDefault(c.id(), RecordId.next())));
        bin.open(going.stream().filter(c -> !with.containsKey(c.id())).toList(), entries, changes.now());
        bin.keep(changes.type(), entries);
        bin.cascading(changes.type()).forEach(link -> cascade(changes, link, entries));
        bin.clearing(changes.type()).forEach(link -> clear(changes, link, entries));
    }

    private void cascade(ChangeSet changes, Link link, Map<RecordId, RecordId> entries) {
        Map<RecordId, RecordId> children = following(link, entries);
        if (children.isEmpty()) {
            return;
        }
        Map<RecordId, RecordId> with = new HashMap<>();
        children.forEach((child, parent) -> with.put(child, entries.get(parent)));
        ObjectType type = metadata.current().require(link.from());
        List<Change> deletes = new ArrayList<>();
        children.forEach((child, parent) -> {
            Change delete = because(Change.delete(type, child, null), changes);
            delete.along(parent);
            deletes.add(delete);
        });
        ScopedValue.where(WITH, with).run(() -> follow(changes, type, deletes));
    }

    private void clear(ChangeSet changes, Link link, Map<RecordId, RecordId> entries) {
        Map<RecordId, RecordId> children = following(link, entries);
        if (children.isEmpty()) {
            return;
        }
        ObjectType type = metadata.current().require(link.from());
        bin.keepLinks(link, children, entries);
        List<Change> updates = children.keySet().stream()
                .map(id -> because(
                        Change.update(type, id, null, Collections.singletonMap(link.name(), null), true), changes))
                .toList();
        follow(changes, type, updates);
    }

    /** Those that lead there by the link and are not going themselves; a refusal when they are too many for one act. */
    private Map<RecordId, RecordId> following(Link link, Map<RecordId, RecordId> entries) {
        AtomicInteger room = ROOM.get();
        Map<RecordId, RecordId> children = bin.children(link, entries.keySet(), room.get() + entries.size() + 1);
        children.keySet().removeAll(entries.keySet());
        if (room.addAndGet(-children.size()) < 0) {
            throw Refusal.of(RecordsError.TOO_MANY_DEPENDANTS, Limits.DEPENDANTS);
        }
        return children;
    }

    private void follow(ChangeSet changes, ObjectType type, List<Change> following) {
        SystemIdentity self = new SystemIdentity("bin", "deleted");
        Acting.run(
                self,
                () -> steps.getObject()
                        .take(new ChangeSet(type, following, changes.context(), changes.now(), WriteOptions.USUAL)));
    }

    private static Change because(Change change, ChangeSet changes) {
        change.because(changes.type().name() + " deleted");
        return change;
    }
}
