package io.hemai.records.transfer;

import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.store.ChosenRecords.Chosen;
import io.hemai.records.verb.Verb;
import io.hemai.records.verb.Verbs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does a verb with one record after the other, so that one that is refused leaves the others alone. */
record RunVerb<I>(RunContext with, Verbs verbs, ObjectType type, Verb<I, ?> verb, I input) implements BulkAct {
    private static final int AT_ONCE = 100;

    /** The verb with its input, which is refused where it does not fit the verb. */
    static <I> RunVerb<I> of(
            RunContext with, Verbs verbs, ObjectType type, Verb<I, ?> verb, Map<String, @Nullable Object> input) {
        return new RunVerb<>(with, verbs, type, verb, verbs.input(verb, input));
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Map<RecordId, List<Problem>> apply(List<Chosen> some) {
        Map<RecordId, List<Problem>> refused = new LinkedHashMap<>();
        for (Chosen one : some) {
            try {
                with.transactions().nested(() -> run(one));
            } catch (Refusal refusal) {
                refused.put(one.id(), refusal.problems());
            }
        }
        return refused;
    }

    private Row run(Chosen one) {
        Row record = with.records().read(type.name(), one.id());
        if (record.version() != one.version()) {
            throw Refusal.of(RecordsError.STALE, one.version(), record.version());
        }
        verbs.run(verb, record, input);
        return record;
    }
}
