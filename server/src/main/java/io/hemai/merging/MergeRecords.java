package io.hemai.merging;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hemai.access.Gate;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes other records into this one: what leads to them leads here afterwards. */
@Component
final class MergeRecords extends MergeVerb<MergeRecords.Input, Row> {
    private static final int MOST = 10;

    private final Merges merges;
    private final Records records;

    MergeRecords(List<Mergeable> mergeable, Merges merges, Gate gate, Records records) {
        super(mergeable, gate);
        this.merges = merges;
        this.records = records;
    }

    /**
     * Whom to take in.
     *
     * @param from id or ids
     * @param fields values that the record is to have afterwards, as they would be written; what it lacks is filled anyway
     */
    record Input(
            @Asked(target = Asked.SAME, required = true)
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Nullable
            List<RecordId> from,

            @Nullable Map<String, @Nullable Object> fields) {}

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Set<RecordId> absorbed = new LinkedHashSet<>(input.from() == null ? List.of() : input.from());
        if (absorbed.isEmpty()) {
            throw Refusal.ofField("from", MergeError.NOBODY_NAMED);
        }
        if (absorbed.size() > MOST) {
            throw Refusal.ofField("from", MergeError.TOO_MANY, MOST);
        }
        if (absorbed.contains(record.id())) {
            throw Refusal.ofField("from", MergeError.WITH_ITSELF);
        }
        if (records.rows(record.type().name(), absorbed).size() < absorbed.size()) {
            throw Refusal.ofField("from", MergeError.NOT_FOUND);
        }
        records.together(() -> {
            merges.merge(record.type(), record.id(), absorbed, input.fields() == null ? Map.of() : input.fields());
            return true;
        });
        return null;
    }
}
