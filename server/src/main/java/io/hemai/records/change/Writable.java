package io.hemai.records.change;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;

/** Whether the caller may write a field; notes why not. */
final class Writable {
    private Writable() {}

    static boolean check(ChangeSet changes, Change change, Rights rights, Field<?> field) {
        if (field.has(Trait.READ_ONLY) && !(changes.options().migrating() && field.has(Trait.PAST))) {
            change.refuse(
                    field,
                    field.formula() == null ? RecordsError.READ_ONLY : RecordsError.WORKED_OUT,
                    field.formula() == null ? field.name() : field.label());
            return false;
        }
        if (field.has(Trait.FIXED) && !change.creates()) {
            change.refuse(field, RecordsError.FIXED, field.name());
            return false;
        }
        FieldRight right = rights.on(field);
        if (right != FieldRight.WRITE) {
            change.refuse(
                    field,
                    right == FieldRight.MASKED ? RecordsError.MASK_WRITTEN : RecordsError.FIELD_NOT_PERMITTED,
                    field.name());
        }
        return right == FieldRight.WRITE;
    }
}
