package io.hemai.records.transfer;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.ChosenRecords.Chosen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives fields of many records values, all records of a chunk in one write. */
record SetFields(Records records, ObjectType type, NewValues values, WriteOptions options) implements BulkAct {
    /** What the fields of some records come to have. */
    interface NewValues {
        /** The same for all of them. */
        static NewValues same(Map<String, @Nullable Object> values) {
            return some -> one -> values;
        }

        /** What they have, with some values added and others taken away. */
        static NewValues changed(Records records, ObjectType type, Members members) {
            return some -> {
                Map<RecordId, Row> now =
                        records.rows(type.name(), some.stream().map(Chosen::id).toList());
                return one -> members.of(now.get(one.id()), type);
            };
        }

        /** Looks at them as they are; what it answers tells each one's values. */
        Function<Chosen, Map<String, @Nullable Object>> of(List<Chosen> some);
    }

    @Override
    public int atOnce() {
        return Limits.CHUNK;
    }

    @Override
    public Map<RecordId, List<Problem>> apply(List<Chosen> some) {
        Function<Chosen, Map<String, @Nullable Object>> given = values.of(some);
        List<Change> changes = some.stream()
                .map(one -> Change.update(type, one.id(), one.version(), given.apply(one), false))
                .toList();
        records.writeRowByRow(type, changes, options);
        Map<RecordId, List<Problem>> refused = new LinkedHashMap<>();
        changes.stream().filter(Change::isRefused).forEach(c -> refused.put(c.id(), c.problems()));
        return refused;
    }
}
