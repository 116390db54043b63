package io.hemai.records.transfer;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.ChosenRecords.Chosen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives fields of many records the same values, all records of a chunk in one write. */
record SetFields(Records records, ObjectType type, Map<String, @Nullable Object> values, WriteOptions options)
        implements BulkAct {
    @Override
    public int atOnce() {
        return Limits.CHUNK;
    }

    @Override
    public Map<RecordId, List<Problem>> apply(List<Chosen> some) {
        List<Change> changes = some.stream()
                .map(one -> Change.update(type, one.id(), one.version(), values, false))
                .toList();
        records.writeRowByRow(type, changes, options);
        Map<RecordId, List<Problem>> refused = new LinkedHashMap<>();
        changes.stream().filter(Change::isRefused).forEach(c -> refused.put(c.id(), c.problems()));
        return refused;
    }
}
