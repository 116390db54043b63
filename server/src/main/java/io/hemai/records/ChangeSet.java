package io.hemai.records;

import io.hemai.kernel.Problem;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes of records of one object that go through the steps of a write together.
 *
 * @param now the moment of the write
 */
public record ChangeSet(
        ObjectType type, List<Change> changes, ValueContext context, Instant now, WriteOptions options) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** The changes nothing is wrong with so far. */
    public List<Change> sound() {
        return changes.stream().filter(c -> !c.isRefused()).toList();
    }

    /** The sound changes of a kind. */
    public List<Change> sound(Change.Kind kind) {
        return sound().stream().filter(c -> c.kind() == kind).toList();
    }

    /** The sound changes that write a row. */
    public List<Change> written() {
        return sound().stream().filter(c -> c.kind() != Change.Kind.DELETE).toList();
    }

    /** The same set without records that come back as they were. */
    public ChangeSet withoutRestored() {
        return new ChangeSet(
                type,
                changes.stream().filter(c -> c.kind() != Change.Kind.RESTORE).toList(),
                context,
                now,
                options);
    }

    /** Refuses the whole when anything is wrong; positions are told when there is more than one change. */
    public void refuseIfAny() {
        List<Problem> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            int position = i;
            changes.get(i).problems().forEach(p -> all.add(changes.size() > 1 || options.batch() ? p.at(position) : p));
        }
        if (!all.isEmpty()) {
            List<Map<String, Object>> candidates =
                    changes.stream().flatMap(c -> c.candidates().stream()).toList();
            Refusal refusal = Refusal.of(all);
            throw candidates.isEmpty() ? refusal : refusal.with("candidates", candidates);
        }
    }
}
