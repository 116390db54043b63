package io.hemai.records;

import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.BinStore;
import io.hemai.records.store.LostLinkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links that lead to no record any more, because they were away while it went. */
@Component
public class LostLinks {
    private final LostLinkStore store;
    private final BinStore bin;
    private final Records records;
    private final Metadata metadata;

    LostLinks(LostLinkStore store, BinStore bin, Records records, Metadata metadata) {
        this.store = store;
        this.bin = bin;
        this.records = records;
        this.metadata = metadata;
    }

    /** A chunk of records whose link is lost, with what each led to. */
    public Map<RecordId, RecordId> some(Link link) {
        return store.some(link, Limits.CHUNK);
    }

    /**
     * Those of the records that are there. Until the transaction ends they stay, and what is in the bin stays there: whoever was
     * deleting or restoring one of them has done so before.
     */
    public Set<RecordId> there(String object, Collection<RecordId> targets) {
        Set<RecordId> all = Set.copyOf(targets);
        records.held(object, all);
        store.entries(object, all);
        return records.held(object, all).keySet();
    }

    /** Those of the links that lead where they were seen to lead, which nobody changes until the transaction ends. */
    public Map<RecordId, RecordId> still(Link link, Map<RecordId, RecordId> seen) {
        Map<RecordId, RecordId> still = store.locked(link, seen.keySet());
        still.entrySet().retainAll(seen.entrySet());
        return still;
    }

    /**
     * Lets the links lead elsewhere; those that cannot, or are to lead nowhere, become empty and are set again as soon as what
     * they led to comes back from the bin.
     *
     * @param lost what each led to
     * @param elsewhere where to, as far as that is known
     * @return the records whose link leads where it was to
     */
    public List<RecordId> settle(
            Link link, Map<RecordId, RecordId> lost, Map<RecordId, RecordId> elsewhere, String why) {
        List<RecordId> led = written(link, elsewhere, why);
        Map<RecordId, RecordId> rest = new HashMap<>(lost);
        rest.keySet().removeAll(led);
        keep(link, rest);
        Map<RecordId, @Nullable RecordId> nowhere = new HashMap<>();
        rest.keySet().forEach(id -> nowhere.put(id, null));
        List<RecordId> refused = new ArrayList<>(rest.keySet());
        refused.removeAll(written(link, nowhere, why));
        if (!refused.isEmpty()) {
            // required, or refused by a rule: nothing may lead to what is not there
            store.empty(link, refused);
        }
        return led;
    }

    /** What is in the bin sets the links again when it comes back, wherever they are empty then. */
    public void keep(Link link, Map<RecordId, RecordId> targets) {
        if (targets.isEmpty()) {
            return;
        }
        Map<RecordId, RecordId> entries = store.entries(link.target(), targets.values());
        Map<RecordId, RecordId> waiting = new HashMap<>(targets);
        waiting.values().retainAll(entries.keySet());
        if (!waiting.isEmpty()) {
            bin.keepLinks(link, waiting, entries);
        }
    }

    private List<RecordId> written(Link link, Map<RecordId, ? extends @Nullable RecordId> to, String why) {
        ObjectType type = metadata.current().require(link.from());
        List<Change> changes = new ArrayList<>();
        to.forEach((id, target) -> {
            Change change = Change.update(type, id, null, Collections.singletonMap(link.name(), target), true);
            change.because(why);
            changes.add(change);
        });
        records.writeRowByRow(type, changes, WriteOptions.USUAL.allowingDuplicates());
        return changes.stream().filter(c -> !c.isRefused()).map(Change::id).toList();
    }
}
