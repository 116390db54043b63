package io.hemai.records.change;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.HoldsFiles;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.store.FileStore.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A file that a write takes into use or releases. What goes into the bin keeps its files, and comes back with them.
 *
 * @param change the change that does it
 */
record FileChange(Change change, Field<?> field, Use use) {
    /** The files that were not in the fields before. */
    static List<FileChange> gained(ChangeSet changes) {
        return between(changes, FileChange::before, FileChange::after);
    }

    /** The files that are no longer in the fields. */
    static List<FileChange> lost(ChangeSet changes) {
        return between(changes, FileChange::after, FileChange::before);
    }

    private static List<FileChange> between(
            ChangeSet changes,
            BiFunction<Change, Field<?>, Set<RecordId>> without,
            BiFunction<Change, Field<?>, Set<RecordId>> with) {
        List<Field<?>> fields = changes.type().fields().stream()
                .filter(f -> f.type() instanceof HoldsFiles<?>)
                .toList();
        List<FileChange> between = new ArrayList<>();
        for (Field<?> field : fields) {
            for (Change change : changes.written()) {
                Set<RecordId> rest = without.apply(change, field);
                for (RecordId file : with.apply(change, field)) {
                    if (!rest.contains(file)) {
                        Use use = new Use(file, change.type(), change.id(), field.name());
                        between.add(new FileChange(change, field, use));
                    }
                }
            }
        }
        return between;
    }

    private static Set<RecordId> before(Change change, Field<?> field) {
        return files(field, change.previous(field));
    }

    private static Set<RecordId> after(Change change, Field<?> field) {
        return files(field, change.value(field));
    }

    @SuppressWarnings("unchecked") // the value was put there by the field's own type
    private static <T> Set<RecordId> files(Field<T> field, @Nullable Object value) {
        return value == null ? Set.of() : Set.copyOf(((HoldsFiles<T>) field.type()).files((T) value));
    }
}
