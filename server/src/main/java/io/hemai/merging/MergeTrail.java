package io.hemai.merging;

import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a merge changed, as the journal tells by its transaction: its values stand nowhere else. */
@Component
class MergeTrail {
    /** A merge writes the record that is left a few times; the entry of the merge itself is among the first of its own. */
    private static final int ENTRIES = 200;

    private final Journal journal;
    private final MergeObject merge;
    private final JsonMapper json;

    MergeTrail(Journal journal, MergeObject merge, JsonMapper json) {
        this.journal = journal;
        this.merge = merge;
        this.json = json;
    }

    /** What the merge did to fields of the record, however often it wrote it. */
    Map<String, Span> changed(RecordId made, ObjectType type, RecordId record) {
        Map<String, Span> spans = new LinkedHashMap<>();
        entry(made)
                .ifPresent(kept -> journal.of(type.name(), record, kept.id(), ENTRIES).stream()
                        .filter(entry -> entry.transaction() == kept.transaction())
                        .forEach(entry -> Span.widen(spans, json.readTree(entry.changes()))));
        return spans;
    }

    /** Whether nothing has happened to the record since the merge put it into the bin. */
    boolean deleted(RecordId made, ObjectType type, RecordId record) {
        List<Entry> last = journal.of(type.name(), record, Long.MAX_VALUE, 1);
        return entry(made)
                .filter(kept -> !last.isEmpty()
                        && last.getFirst().act() == Act.DELETED
                        && last.getFirst().transaction() == kept.transaction())
                .isPresent();
    }

    private Optional<Entry> entry(RecordId made) {
        return journal.of(merge.name(), made, Long.MAX_VALUE, ENTRIES).stream()
                .filter(entry -> entry.act() == Act.CREATED)
                .findFirst();
    }
}
