package io.hemai.records.change;

import io.hemai.kernel.RecordId;
import io.hemai.records.ChangeSet;
import io.hemai.records.store.FileStore;
import io.hemai.records.store.FileStore.Use;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps in step which records use which files. */
@Component
@Order(76)
class KeepFileUses implements Doing {
    private final FileStore files;

    KeepFileUses(FileStore files) {
        this.files = files;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Use> lost = FileChange.lost(changes).stream().map(FileChange::use).toList();
        List<Use> gained =
                FileChange.gained(changes).stream().map(FileChange::use).toList();
        if (!gained.isEmpty()) {
            Set<RecordId> there =
                    files.find(gained.stream().map(Use::file).toList()).keySet();
            files.use(gained.stream().filter(u -> there.contains(u.file())).toList());
        }
        if (!lost.isEmpty()) {
            files.release(lost, changes.now());
        }
    }
}
