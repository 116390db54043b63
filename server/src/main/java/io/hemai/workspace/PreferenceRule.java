package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** A person chooses each thing once. */
@Component
final class PreferenceRule implements Rule {
    private final PreferenceObject preference;

    PreferenceRule(PreferenceObject preference) {
        this.preference = preference;
    }

    @Override
    public String object() {
        return preference.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            RecordId person = change.value(CommonFields.OWNER);
            String name = change.value(preference.name);
            if (person != null && name != null) {
                change.set(preference.key, PreferenceObject.key(person, name));
            }
        }
    }
}
