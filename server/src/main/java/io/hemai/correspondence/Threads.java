package io.hemai.correspondence;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Outbox;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.timeline.ActivityObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What holds the mails of a thread together, here and in mail programs. */
@Component
class Threads {
    private static final SystemIdentity LOOKING = new SystemIdentity("mails", "finds the thread of a mail");

    private final ActivityObject activity;
    private final Outbox outbox;
    private final Records records;

    Threads(ActivityObject activity, Outbox outbox, Records records) {
        this.activity = activity;
        this.outbox = outbox;
        this.records = records;
    }

    /** The mail that the thread of this one began with. */
    RecordId of(Row mail) {
        return Objects.requireNonNullElse(mail.value(activity.mailThread), mail.id());
    }

    /** What mail programs know the mails before an answer by: the first of the thread, and the one that is answered. */
    List<String> references(Row answered) {
        RecordId first = of(answered);
        Row began = first.equals(answered.id())
                ? answered
                : Acting.call(LOOKING, () -> records.rows(activity.name(), List.of(first)))
                        .getOrDefault(first, answered);
        return Stream.of(began, answered).map(this::messageId).distinct().toList();
    }

    private String messageId(Row mail) {
        String known = mail.value(activity.messageId);
        return known == null ? outbox.messageId(mail.id()) : known;
    }
}
