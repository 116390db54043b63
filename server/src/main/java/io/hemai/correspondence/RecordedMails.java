package io.hemai.correspondence;

import io.hemai.files.StoredContents;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Correspondence;
import io.hemai.messaging.MailFile;
import io.hemai.messaging.ReceivedMail;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.records.Values;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.MailState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes with the records of mails what becomes of them. */
@Component
class RecordedMails implements Correspondence {
    private static final SystemIdentity NOTING = new SystemIdentity("mails", "notes what became of a mail");

    private static final int LONGEST = 500;

    private final ActivityObject activity;
    private final Records records;
    private final StoredFiles files;
    private final StoredContents contents;
    private final CustomerAnswers answers;

    RecordedMails(
            ActivityObject activity,
            Records records,
            StoredFiles files,
            StoredContents contents,
            CustomerAnswers answers) {
        this.activity = activity;
        this.records = records;
        this.files = files;
        this.contents = contents;
        this.answers = answers;
    }

    @Override
    public Optional<List<MailFile>> files(Collection<RecordId> ids) {
        Map<RecordId, StoredFile> known = files.of(ids);
        List<MailFile> opened = new ArrayList<>();
        for (RecordId id : ids) {
            Optional.ofNullable(known.get(id))
                    .flatMap(file ->
                            contents.open(file).map(content -> new MailFile(id, file.name(), file.type(), content)))
                    .ifPresent(opened::add);
        }
        return opened.size() == ids.size() ? Optional.of(opened) : Optional.empty();
    }

    /** Another server may have refused it before ours was noted to have taken it. */
    @Override
    public void sent(RecordId mail, Instant at) {
        note(
                mail,
                Set.of(MailState.SENDING, MailState.FAILED),
                Values.of(activity.mailState, MailState.SENT).set(activity.mailFailure, null));
    }

    @Override
    public void failed(RecordId mail, String answer) {
        note(
                mail,
                Set.of(MailState.SENDING),
                Values.of(activity.mailState, MailState.FAILED)
                        .set(activity.mailFailure, MailText.line(answer, LONGEST)));
    }

    @Override
    public boolean received(ReceivedMail mail, RecordId answered) {
        return answers.take(mail, answered);
    }

    @Override
    public boolean bounced(RecordId mail, String reason) {
        return note(
                mail,
                Set.of(MailState.SENDING, MailState.SENT),
                Values.of(activity.mailState, MailState.BOUNCED)
                        .set(activity.mailFailure, MailText.line(reason, LONGEST)));
    }

    /** One that was deleted meanwhile has nobody who wants to know; says whether it is there. */
    private boolean note(RecordId mail, Set<MailState> from, Values values) {
        return Acting.call(
                NOTING,
                () -> records.together(() -> {
                    Row standing = records.lockedRows(records.type(activity), List.of(mail))
                            .get(mail);
                    MailState state = standing == null ? null : standing.value(activity.mailState);
                    if (state != null && from.contains(state)) {
                        records.update(activity, mail, values, "mail");
                    }
                    return state != null;
                }));
    }
}
