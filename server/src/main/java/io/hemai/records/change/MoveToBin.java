package io.hemai.records.change;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.BinStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final BinStore bin;
    private final Dependants dependants;
    private final Metadata metadata;
    private final ObjectProvider<Steps> steps;

    MoveToBin(BinStore bin, Dependants dependants, Metadata metadata, ObjectProvider<Steps> steps) {
        this.bin = bin;
        this.dependants = dependants;
        this.metadata = metadata;
        this.steps = steps;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> going = changes.sound(Change.Kind.DELETE);
        if (!going.isEmpty()) {
            Dependants.counted(() -> move(changes, going));
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
        Map<RecordId, RecordId> children = dependants.of(link, entries.keySet());
        if (children.isEmpty()) {
            return;
        }
        Map<RecordId, RecordId> with = new HashMap<>();
        children.forEach((child, parent) -> with.put(child, entries.get(parent)));
        ObjectType type = metadata.current().require(link.from());
        List<Change> deletes = new ArrayList<>();
        children.forEach((child, parent) -> {
            Change delete = Change.delete(type, child, null);
            delete.along(parent);
            deletes.add(delete);
        });
        ScopedValue.where(WITH, with).run(() -> follow(changes, type, deletes));
    }

    private void clear(ChangeSet changes, Link link, Map<RecordId, RecordId> entries) {
        Map<RecordId, RecordId> children = dependants.of(link, entries.keySet());
        if (children.isEmpty()) {
            return;
        }
        ObjectType type = metadata.current().require(link.from());
        bin.keepLinks(link, children, entries);
        List<Change> updates = children.keySet().stream()
                .map(id -> Change.update(type, id, null, Collections.singletonMap(link.name(), null), true))
                .toList();
        follow(changes, type, updates);
    }

    private void follow(ChangeSet changes, ObjectType type, List<Change> following) {
        following.forEach(change -> change.because(changes.type().name() + " deleted"));
        SystemIdentity self = new SystemIdentity("bin", "deleted");
        Acting.run(
                self,
                () -> steps.getObject()
                        .take(new ChangeSet(type, following, changes.context(), changes.now(), WriteOptions.USUAL)));
    }
}
