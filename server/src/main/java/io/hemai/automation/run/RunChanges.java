package io.hemai.automation.run;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.EntryReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what runs made of records, as far as who acts may know of it. */
@Component
class RunChanges {
    private final Journal journal;
    private final EntryReader reader;
    private final Metadata metadata;
    private final Gate gate;

    RunChanges(Journal journal, EntryReader reader, Metadata metadata, Gate gate) {
        this.journal = journal;
        this.reader = reader;
        this.metadata = metadata;
        this.gate = gate;
    }

    /** What became of one record. */
    record Changes(Entry entry, List<EntryReader.Changed> fields) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("object", entry.object());
            json.put("record", entry.record().toString());
            json.put("act", entry.act().code());
            json.put("changes", fields.stream().map(EntryReader.Changed::json).toList());
            return json;
        }
    }

    /** Some of what the runs did, in its order. */
    List<Changes> of(Collection<RecordId> runs, int most) {
        return journal.by(runs, most).stream()
                .filter(entry -> metadata.current()
                        .find(entry.object())
                        .filter(type -> !gate.rights(Acting.who(), type).read().equals(Filter.none()))
                        .isPresent())
                .map(entry -> new Changes(entry, fields(entry)))
                .toList();
    }

    private List<EntryReader.Changed> fields(Entry entry) {
        ObjectType type = metadata.current().require(entry.object());
        return reader.read(type, List.of(entry)).getOrDefault(entry, List.of());
    }
}
