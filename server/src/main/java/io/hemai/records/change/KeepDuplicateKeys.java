package io.hemai.records.change;

import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.store.DuplicateKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the keys by which duplicates are found in step with the records. */
@Component
@Order(75)
class KeepDuplicateKeys implements Doing {
    private final DuplicateRules rules;
    private final DuplicateKeys keys;

    KeepDuplicateKeys(DuplicateRules rules, DuplicateKeys keys) {
        this.rules = rules;
        this.keys = keys;
    }

    @Override
    public void apply(ChangeSet changes) {
        if (rules.of(changes.type()).isEmpty()) {
            return;
        }
        List<RecordId> outdated = new ArrayList<>();
        List<DuplicateKeys.Held> held = new ArrayList<>();
        for (Change change : changes.sound()) {
            Set<String> before = rules.before(change).keySet();
            Set<String> after = rules.after(change).keySet();
            if (!before.equals(after)) {
                if (!before.isEmpty()) {
                    outdated.add(change.id());
                }
                after.forEach(key -> held.add(new DuplicateKeys.Held(key, change.id())));
            }
        }
        keys.forget(outdated);
        keys.keep(changes.type(), held);
    }
}
