package io.hemai.records.transfer;

import io.hemai.metadata.ObjectType;
import io.hemai.records.WriteOptions;
import io.hemai.records.store.ChosenRecords;
import io.hemai.records.transfer.SetFields.NewValues;
import io.hemai.records.verb.Verbs;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What bulk acts work with besides what every run does. */
@Component
record BulkParts(ChosenRecords chosen, Verbs verbs, RightsOfNow now) {
    /** What is to be done, as the tenant's objects are now. */
    BulkAct act(RunContext with, String object, BulkSettings settings) {
        ObjectType type = with.metadata().current().require(object);
        WriteOptions usual = WriteOptions.USUAL;
        WriteOptions options = settings.allowDuplicates() ? usual.allowingDuplicates() : usual;
        if (settings.set() != null) {
            return new SetFields(with.records(), type, NewValues.same(settings.set()), options);
        }
        if (settings.members() != null) {
            NewValues changed = NewValues.changed(with.records(), type, settings.members());
            return new SetFields(with.records(), type, changed, options);
        }
        String verb = Objects.requireNonNull(settings.verb());
        return RunVerb.of(with, verbs, type, verbs.require(type, verb), settings.input());
    }
}
