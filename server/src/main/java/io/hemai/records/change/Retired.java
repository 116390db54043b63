package io.hemai.records.change;

import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import java.util.List;

/** A choice that is no longer in use stays where it stands and is not chosen anew, but by who brings the past. */
final class Retired {
    private Retired() {}

    static void check(ChangeSet changes, List<Change> given) {
        if (changes.options().migrating() || changes.options().exact()) {
            return;
        }
        for (Field<?> field : changes.type().fields()) {
            if (field.type() instanceof ListsChoices listed && !listed.choices().allActive()) {
                given.stream()
                        .filter(change -> !change.trusted() && change.given(field) && change.changes(field))
                        .forEach(change -> check(change, field, listed));
            }
        }
    }

    private static void check(Change change, Field<?> field, ListsChoices listed) {
        Object value = change.value(field);
        Object previous = change.previous(field);
        List<String> kept = previous == null ? List.of() : listed.codes(previous);
        if (value != null) {
            listed.retired(value)
                    .filter(choice -> !kept.contains(choice.code()))
                    .findFirst()
                    .ifPresent(choice -> change.refuse(
                            field,
                            MetadataError.RETIRED_CHOICE,
                            choice.label(),
                            listed.choices().possible()));
        }
    }
}
