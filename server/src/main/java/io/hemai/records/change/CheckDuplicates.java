package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.DuplicateKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses what is likely there already, or notes it where it is allowed, among the records that stand and within the set: one lookup for the whole set. Only keys
 * that a record gains count, so that duplicates that stand can be worked on.
 */
@Component
@Order(60)
class CheckDuplicates implements Step {
    private final DuplicateRules rules;
    private final DuplicateKeys keys;
    private final TellableHolders tellable;
    private final Candidates candidates;
    private final Gate gate;

    CheckDuplicates(
            DuplicateRules rules, DuplicateKeys keys, TellableHolders tellable, Candidates candidates, Gate gate) {
        this.rules = rules;
        this.keys = keys;
        this.tellable = tellable;
        this.candidates = candidates;
        this.gate = gate;
    }

    @Override
    public void apply(ChangeSet changes) {
        if (rules.of(changes.type()).isEmpty()) {
            return;
        }
        Map<Change, Map<String, DuplicateRules.Origin>> gained = new LinkedHashMap<>();
        changes.withoutRestored().written().forEach(change -> gained.put(change, gained(changes, change)));
        Set<String> asked = new HashSet<>();
        gained.values().forEach(each -> asked.addAll(each.keySet()));
        if (asked.isEmpty()) {
            return;
        }
        Map<String, List<DuplicateKeys.Holder>> standing = keys.holders(asked);
        TellableHolders.Untold untold = tellable.untold(standing);
        Map<String, Change> firstHere = new HashMap<>();
        gained.forEach((change, each) -> tell(changes, change, each, standing, untold, firstHere));
        candidates.tell(changes);
    }

    /** The keys that count: who knows of likely duplicates is only held up by what is never allowed. */
    private Map<String, DuplicateRules.Origin> gained(ChangeSet changes, Change change) {
        Map<String, DuplicateRules.Origin> gained = new LinkedHashMap<>(rules.after(change));
        gained.keySet().removeAll(rules.before(change).keySet());
        if (changes.options().notingDuplicates()) {
            gained.forEach((key, origin) -> change.isFoundBy(key, origin.field()));
        } else if (changes.options().allowDuplicates()) {
            gained.values().removeIf(origin -> !origin.rule().blocks());
        }
        return gained;
    }

    private void tell(
            ChangeSet changes,
            Change change,
            Map<String, DuplicateRules.Origin> gained,
            Map<String, List<DuplicateKeys.Holder>> standing,
            TellableHolders.Untold untold,
            Map<String, Change> firstHere) {
        gained.forEach((key, origin) -> {
            List<DuplicateKeys.Holder> alike = standing.getOrDefault(key, List.of()).stream()
                    .filter(holder -> !holder.record().equals(change.id()))
                    .toList();
            List<DuplicateKeys.Holder> others =
                    alike.stream().filter(holder -> !untold.test(key, holder)).toList();
            Change earlier = firstHere.putIfAbsent(key, change);
            boolean told = !others.isEmpty() || (earlier != null && !earlier.isRefused());
            boolean blocks = origin.rule().blocks();
            if (told && changes.options().allowDuplicates() && !blocks) {
                change.repeats(origin.field());
            } else if (told || (blocks && !alike.isEmpty())) {
                refuse(change, origin);
                others.forEach(other -> change.resembles(other.object(), other.record()));
            }
        });
    }

    /** Names the field to who knows of it. */
    private void refuse(Change change, DuplicateRules.Origin origin) {
        Field<?> field = change.type().field(origin.field().name()).orElse(origin.field());
        boolean known = gate.rights(Acting.who(), change.type()).knows(field);
        change.refuse(
                known ? field : null,
                origin.rule().blocks() ? RecordsError.DUPLICATE_BLOCKED : RecordsError.DUPLICATE,
                known ? field.label() : new Worded("record.hidden_field"));
    }
}
