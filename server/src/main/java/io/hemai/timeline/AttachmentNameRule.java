package io.hemai.timeline;

import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An attachment is called what its file is called, unless it has a name of its own. */
@Component
final class AttachmentNameRule implements Rule {
    private final AttachmentObject attachment;
    private final StoredFiles files;

    AttachmentNameRule(AttachmentObject attachment, StoredFiles files) {
        this.attachment = attachment;
        this.files = files;
    }

    @Override
    public String object() {
        return attachment.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> nameless = changes.written().stream()
                .filter(c -> c.value(attachment.name) == null)
                .toList();
        Set<RecordId> wanted = new HashSet<>();
        for (Change change : nameless) {
            RecordId file = change.value(attachment.file);
            if (file != null) {
                wanted.add(file);
            }
        }
        Map<RecordId, StoredFile> found = files.of(wanted);
        for (Change change : nameless) {
            RecordId id = change.value(attachment.file);
            StoredFile file = id == null ? null : found.get(id);
            if (file != null) {
                change.set(attachment.name, file.name());
            }
        }
    }
}
