package io.hemai.merging;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes the newest merge into the record back. */
@Component
final class UndoMerge extends MergeVerb<NoInput, UndoMerge.Undone> {
    private final Merges merges;
    private final Gate gate;
    private final Records records;
    private final Metadata metadata;

    UndoMerge(List<Mergeable> mergeable, Merges merges, Gate gate, Records records, Metadata metadata) {
        super(mergeable, gate);
        this.metadata = metadata;
        this.merges = merges;
        this.gate = gate;
        this.records = records;
    }

    /**
     * What was left as it is, of a record that the person may read.
     *
     * @param field empty where it is the record itself, or nothing that the person may know of
     */
    record Left(String object, RecordId id, String field) {}

    /**
     * What came of it.
     *
     * @param moved how many links lead back
     * @param alreadyThere absorbed records that had been restored before
     * @param left what changed since, or may not be written, and was left
     */
    record Undone(List<RecordId> restored, List<RecordId> alreadyThere, int moved, List<Left> left) {}

    @Override
    public String name() {
        return "undo_merge";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public Undone run(Row record, NoInput input) {
        Merges.Undone done = records.together(() -> merges.undo(record.type(), record.id()));
        return new Undone(done.restored(), done.there(), done.moved(), seen(done.left()));
    }

    private List<Left> seen(List<Move> left) {
        Map<String, List<Move>> byObject = left.stream()
                .collect(Collectors.groupingBy(m -> m.record().object(), LinkedHashMap::new, Collectors.toList()));
        List<Left> seen = new ArrayList<>();
        byObject.forEach(
                (object, moves) -> metadata.current().find(object).ifPresent(type -> seen.addAll(seen(type, moves))));
        return seen.stream().distinct().toList();
    }

    private List<Left> seen(ObjectType type, List<Move> moves) {
        Rights rights = gate.rights(Acting.who(), type);
        if (rights.read().equals(Filter.none())) {
            return List.of();
        }
        Set<RecordId> readable = records.rows(
                        type.name(), moves.stream().map(m -> m.record().id()).toList())
                .keySet();
        // of what is gone nobody can say any more whose it was
        boolean all = rights.read().equals(Filter.all());
        return moves.stream()
                .filter(m -> all || readable.contains(m.record().id()))
                .map(m -> new Left(
                        type.name(),
                        m.record().id(),
                        type.field(m.field())
                                .filter(rights::knows)
                                .map(Field::name)
                                .orElse("")))
                .toList();
    }
}
