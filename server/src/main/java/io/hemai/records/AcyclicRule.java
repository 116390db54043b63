package io.hemai.records;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps records that lead to others of their own kind from leading back to themselves; reads one statement for each level. */
public abstract class AcyclicRule implements Rule {
    /** As many levels as any organisation has; more count as a ring. */
    private static final int MOST_LEVELS = 30;

    private static final SystemIdentity LOOKING_UP = new SystemIdentity("hierarchy", "looks for rings");

    private final StandardObject object;
    private final Field<RecordId> parent;
    private final Records records;

    protected AcyclicRule(StandardObject object, Field<RecordId> parent, Records records) {
        this.object = object;
        this.parent = parent;
        this.records = records;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void apply(ChangeSet changes) {
        List<Change> moved = changes.sound(Change.Kind.UPDATE).stream()
                .filter(c -> c.value(parent) != null && c.changes(parent))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        Map<RecordId, @Nullable RecordId> above = new HashMap<>();
        moved.forEach(c -> above.put(c.id(), c.value(parent)));
        climb(above);
        moved.stream()
                .filter(c -> returns(c.id(), above))
                .forEach(c -> c.refuse(
                        parent,
                        RecordsError.CYCLE,
                        c.type().requireField(parent.name()).label()));
    }

    /** Completes what stands above each record, level by level. */
    private void climb(Map<RecordId, @Nullable RecordId> above) {
        Set<RecordId> next = unknown(above.values(), above);
        for (int level = 0; level < MOST_LEVELS && !next.isEmpty(); level++) {
            Set<RecordId> wanted = next;
            Map<RecordId, Row> rows = Acting.call(LOOKING_UP, () -> records.rows(object.name(), wanted));
            wanted.forEach(id -> {
                Row row = rows.get(id);
                above.put(id, row == null ? null : row.value(parent));
            });
            next = unknown(
                    wanted.stream().map(above::get).filter(Objects::nonNull).toList(), above);
        }
    }

    private static Set<RecordId> unknown(Collection<@Nullable RecordId> ids, Map<RecordId, @Nullable RecordId> above) {
        Set<RecordId> unknown = new HashSet<>();
        for (RecordId id : ids) {
            if (id != null && !above.containsKey(id)) {
                unknown.add(id);
            }
        }
        return unknown;
    }

    private static boolean returns(RecordId start, Map<RecordId, @Nullable RecordId> above) {
        RecordId at = above.get(start);
        for (int level = 0; at != null && level < MOST_LEVELS; level++) {
            if (at.equals(start)) {
                return true;
            }
            at = above.get(at);
        }
        return at != null;
    }
}
