package io.hemai.records.rollup;

import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.JournalReader;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.RollUpGroup;
import io.hemai.records.store.RollUpStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes the roll-ups of the parents that changes touched: those the children lead to, and those they led to before. */
@Component
class RollUpReader implements JournalReader {
    private final Figures figures;
    private final RollUpStore store;
    private final JsonMapper json;

    RollUpReader(Figures figures, RollUpStore store, JsonMapper json) {
        this.figures = figures;
        this.store = store;
        this.json = json;
    }

    @Override
    public String name() {
        return "roll_up";
    }

    @Override
    public Predicate<Entry> wanted() {
        List<RollUpGroup> groups = figures.groups();
        return entry -> groups.stream()
                .anyMatch(group -> entry.object().equals(group.child().name()) || comesBack(group, entry));
    }

    @Override
    public Set<String> reads() {
        return figures.groups().stream().map(group -> group.child().name()).collect(Collectors.toSet());
    }

    @Override
    public boolean derives() {
        return true;
    }

    @Override
    public void handle(List<Entry> entries) {
        List<Change> changes = entries.stream()
                .map(e -> new Change(e, json.readTree(e.changes())))
                .toList();
        for (RollUpGroup group : figures.groups()) {
            Set<RecordId> touched = touched(group, changes);
            if (!touched.isEmpty()) {
                store.serialize();
                store.giveWay();
                store.write(group, store.differing(group, touched));
            }
        }
    }

    private static boolean comesBack(RollUpGroup group, Entry entry) {
        return entry.act() == Act.RESTORED
                && entry.object().equals(group.parent().name());
    }

    /** An entry with its changes read. */
    private record Change(Entry entry, JsonNode fields) {
        boolean mayChange(RollUpGroup group) {
            return entry.object().equals(group.child().name())
                    && (entry.act() != Act.UPDATED || group.sources().stream().anyMatch(fields::has));
        }

        /** The records that the link led to before and after, as far as the entry tells. */
        void targets(String link, Set<RecordId> into) {
            for (JsonNode side : fields.path(link)) {
                RecordId.parse(side.asString("")).ifPresent(into::add);
            }
        }
    }

    private Set<RecordId> touched(RollUpGroup group, List<Change> changes) {
        Set<RecordId> parents = new HashSet<>();
        Set<RecordId> children = new HashSet<>();
        for (Change change : changes) {
            if (change.mayChange(group)) {
                change.targets(group.link().name(), parents);
                children.add(change.entry().record());
            }
            if (comesBack(group, change.entry())) {
                parents.add(change.entry().record());
            }
        }
        if (!children.isEmpty()) {
            parents.addAll(store.parents(group, children));
        }
        return parents;
    }
}
