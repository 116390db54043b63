package io.hemai.records.change;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.HoldsFiles;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.StoredFile;
import io.hemai.records.store.FileSight;
import io.hemai.records.store.FileStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses files that are not there, that the caller may not read, or that do not fit their field. Holds the files whose uses change,
 * so that none is thrown away meanwhile.
 */
@Component
@Order(52)
class CheckFiles implements Step {
    private final FileStore files;
    private final FileSight sight;

    CheckFiles(FileStore files, FileSight sight) {
        this.files = files;
        this.sight = sight;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<FileChange> gained = FileChange.gained(changes);
        Set<RecordId> touched = new HashSet<>();
        gained.forEach(g -> touched.add(g.use().file()));
        FileChange.lost(changes).forEach(l -> touched.add(l.use().file()));
        if (touched.isEmpty()) {
            return;
        }
        Map<RecordId, StoredFile> standing = files.lock(touched);
        List<RecordId> asked = gained.stream()
                .filter(CheckFiles::isAsked)
                .map(g -> g.use().file())
                .toList();
        Set<RecordId> readable = asked.isEmpty() ? Set.of() : sight.readable(asked);
        for (FileChange each : gained) {
            StoredFile file = standing.get(each.use().file());
            if (file == null || (isAsked(each) && !readable.contains(file.id()))) {
                absent(each);
            } else if (each.field().type() instanceof HoldsFiles<?> holds && !holds.accepts(file.type())) {
                each.change().refuse(each.field(), RecordsError.FILE_UNFIT, file.name(), file.type());
            }
        }
    }

    /** Whether the caller gave it; code refers to whatever is there, as with links. */
    private static boolean isAsked(FileChange each) {
        return !each.change().trusted() && each.change().given(each.field());
    }

    /** A record that comes back does so without a file that is gone for good. */
    private static void absent(FileChange each) {
        if (each.change().kind() != Change.Kind.RESTORE) {
            each.change()
                    .refuse(
                            each.field(),
                            RecordsError.FILE_NOT_FOUND,
                            each.use().file());
        }
    }
}
