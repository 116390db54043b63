package io.hemai.timeline;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was attached to mails, as far as who acts may see attachments. */
@Component
class MailFiles {
    private final ActivityObject activity;
    private final AttachmentObject attachment;
    private final Records records;
    private final StoredFiles files;
    private final Gate gate;

    MailFiles(ActivityObject activity, AttachmentObject attachment, Records records, StoredFiles files, Gate gate) {
        this.activity = activity;
        this.attachment = attachment;
        this.records = records;
        this.files = files;
        this.gate = gate;
    }

    /** By the mails among what stands on a timeline. */
    Map<RecordId, List<StoredFile>> of(Collection<Row> told) {
        List<RecordId> mails = told.stream()
                .filter(row -> row.type().name().equals(activity.name()) && row.value(activity.mailState) != null)
                .map(Row::id)
                .toList();
        Rights rights = gate.rights(Acting.who(), records.type(attachment));
        if (mails.isEmpty() || !rights.sees(attachment.activity) || !rights.sees(attachment.file)) {
            return Map.of();
        }
        List<Row> attached = records.list(
                Query.of(attachment).where(attachment.activity.in(mails)).limit(Limits.BATCH));
        Map<RecordId, StoredFile> known = files.of(
                attached.stream().map(row -> row.require(attachment.file)).toList());
        Map<RecordId, List<StoredFile>> byMail = new HashMap<>();
        for (Row row : attached) {
            StoredFile file = known.get(row.require(attachment.file));
            if (file != null) {
                byMail.computeIfAbsent(row.require(attachment.activity), mail -> new ArrayList<>())
                        .add(file);
            }
        }
        return byMail;
    }
}
