package io.hemai.records.rollup;

import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.JournalReader;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.store.FormulaStore;
import io.hemai.records.store.RollUpStore;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks after what was written by who did not know of a new or changed formula yet: work that began before it, on any node. What is
 * right already, as nearly everything is, costs a look.
 */
@Component
class FormulaReader implements JournalReader {
    private final Metadata metadata;
    private final FormulaStore formulas;
    private final RollUpStore rollUps;

    FormulaReader(Metadata metadata, FormulaStore formulas, RollUpStore rollUps) {
        this.rollUps = rollUps;
        this.metadata = metadata;
        this.formulas = formulas;
    }

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public Predicate<Entry> wanted() {
        Set<String> objects = metadata.current().all().stream()
                .filter(type -> !formulas.of(type).isEmpty())
                .map(ObjectType::name)
                .collect(Collectors.toSet());
        return entry -> entry.act() != Act.DELETED && objects.contains(entry.object());
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public boolean derives() {
        return true;
    }

    @Override
    public void handle(List<Entry> entries) {
        Map<String, Set<RecordId>> written = new LinkedHashMap<>();
        entries.forEach(entry -> written.computeIfAbsent(entry.object(), object -> new LinkedHashSet<>())
                .add(entry.record()));
        rollUps.giveWay();
        written.forEach((object, ids) -> {
            ObjectType type = metadata.current().require(object);
            formulas.refresh(type, ids);
        });
    }
}
