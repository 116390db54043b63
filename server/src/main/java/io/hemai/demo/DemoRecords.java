package io.hemai.demo;

import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes records with a past, a chunk to a transaction. Each carries its key as {@code external_id}, so that what is there
 * already is recognised and not written twice.
 */
@Component
class DemoRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRecords.class);
    private static final String PREFIX = "demo-";
    /** Written well within the two seconds that a transaction may take. */
    private static final int CHUNK = 500;

    private static final WriteOptions PAST =
            WriteOptions.USUAL.allowingDuplicates().bringingPast();

    private final Records records;

    DemoRecords(Records records) {
        this.records = records;
    }

    /** The {@code external_id} of a key. */
    static String externalId(String key) {
        return PREFIX + key;
    }

    /** Writes what is missing and tells the keys of all. */
    void write(StandardObject object, List<Draft> drafts, Keys keys) {
        for (int from = 0; from < drafts.size(); from += CHUNK) {
            chunk(object, drafts.subList(from, Math.min(from + CHUNK, drafts.size())), keys);
        }
        LOG.info("demo company: {} × {}", drafts.size(), object.name());
    }

    private void chunk(StandardObject object, List<Draft> drafts, Keys keys) {
        Set<String> there = new HashSet<>();
        for (Row row : standing(object, drafts)) {
            String external = row.require(CommonFields.EXTERNAL_ID);
            there.add(external);
            keys.put(external.substring(PREFIX.length()), row.id());
        }
        ObjectType type = records.type(object);
        List<Change> changes = new ArrayList<>();
        for (Draft draft : drafts) {
            String external = externalId(draft.key());
            if (!there.contains(external)) {
                draft.values().set(CommonFields.EXTERNAL_ID, external);
                Change change = Change.create(type, draft.values().byField(), true);
                changes.add(change);
                keys.put(draft.key(), change.id());
            }
        }
        if (!changes.isEmpty()) {
            records.write(type, changes, PAST);
        }
    }

    private List<Row> standing(StandardObject object, List<Draft> drafts) {
        List<String> wanted =
                drafts.stream().map(draft -> externalId(draft.key())).toList();
        return records.list(Query.of(object)
                .where(CommonFields.EXTERNAL_ID.in(wanted))
                .fields(List.of(CommonFields.EXTERNAL_ID.name()))
                .limit(wanted.size()));
    }
}
