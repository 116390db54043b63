package io.hemai.correspondence;

import io.hemai.files.StoredContents;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.ReceivedMail;
import io.hemai.messaging.ReceivedMail.ReceivedFile;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.notification.Notice;
import io.hemai.notification.Notifications;
import io.hemai.notification.Said;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.records.Values;
import io.hemai.timeline.ActivityKind;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.AttachmentObject;
import io.hemai.timeline.MailState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the answers of customers where the mails stand that they answer, and tells those who wait for them. */
@Component
class CustomerAnswers {
    private static final SystemIdentity RECEIVING = new SystemIdentity("mails", "takes answers in");
    private static final String KIND = "mail";
    /** How HTML names an image that came along, RFC 2392. */
    private static final Pattern CID = Pattern.compile("cid:([^\"'\\s<>)]+)");

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_HTML = 100_000;

    private final ActivityObject activity;
    private final AttachmentObject attachment;
    private final RichTextType richText;
    private final Threads threads;
    private final Records records;
    private final StoredContents contents;
    private final ValueContexts contexts;
    private final Notifications notifications;

    CustomerAnswers(
            ActivityObject activity,
            AttachmentObject attachment,
            RichTextType richText,
            Threads threads,
            Records records,
            StoredContents contents,
            ValueContexts contexts,
            Notifications notifications) {
        this.activity = activity;
        this.attachment = attachment;
        this.richText = richText;
        this.threads = threads;
        this.records = records;
        this.contents = contents;
        this.contexts = contexts;
        this.notifications = notifications;
    }

    /** Takes the answer in, once; says whether the answered mail is here. */
    boolean take(ReceivedMail mail, RecordId answered) {
        return Acting.call(RECEIVING, () -> {
            Optional<Row> standing = mail(answered);
            if (standing.isPresent() && !isKnown(mail)) {
                Map<ReceivedFile, RecordId> files = stored(mail);
                String html = html(mail, files);
                records.together(() -> note(mail, standing.get(), files, html));
            }
            return standing.isPresent();
        });
    }

    private Optional<Row> mail(RecordId id) {
        return Optional.ofNullable(records.rows(activity.name(), List.of(id)).get(id))
                .filter(row -> row.value(activity.kind) == ActivityKind.MAIL);
    }

    private boolean isKnown(ReceivedMail mail) {
        return records.find(Query.of(activity).where(activity.messageId.is(mail.messageId())))
                .isPresent();
    }

    private Map<ReceivedFile, RecordId> stored(ReceivedMail mail) {
        Map<ReceivedFile, RecordId> stored = new LinkedHashMap<>();
        mail.files()
                .forEach(file -> stored.put(
                        file, contents.keep(file.name(), file.content()).id()));
        return stored;
    }

    private RecordId note(ReceivedMail mail, Row answered, Map<ReceivedFile, RecordId> files, @Nullable String html) {
        About about = answered.value(activity.about);
        RecordId owner = owner(answered);
        RecordId noted = records.create(
                activity,
                Values.of(activity.kind, ActivityKind.MAIL)
                        .set(activity.direction, "inbound")
                        .set(activity.about, about)
                        .set(CommonFields.OWNER, owner)
                        .set(activity.subject, subject(mail, answered))
                        .set(activity.body, MailText.body(mail.text()))
                        .set(activity.mailHtml, html)
                        .set(activity.happenedAt, mail.at())
                        .set(activity.mailState, MailState.RECEIVED)
                        .set(activity.mailFrom, Draft.text(List.of(mail.from())))
                        .set(activity.mailTo, Draft.text(mail.to()))
                        .set(activity.mailCc, Draft.text(mail.cc()))
                        .set(activity.mailThread, threads.of(answered))
                        .set(activity.messageId, mail.messageId()));
        List<RecordId> shown = html == null ? List.of() : richText.files(html);
        records.create(
                attachment,
                files.values().stream()
                        .filter(file -> !shown.contains(file))
                        .map(file -> Values.of(attachment.file, file)
                                .set(attachment.activity, noted)
                                .set(attachment.about, about))
                        .toList());
        if (!mail.byMachine()) {
            tell(mail, answered, about, owner);
        }
        return noted;
    }

    private String subject(ReceivedMail mail, Row answered) {
        String subject = MailText.line(mail.subject(), LONGEST_LINE);
        return subject.isEmpty() ? answered.require(activity.subject) : subject;
    }

    /** Whose the record is; who wrote the mail, where it is nobody's. */
    private @Nullable RecordId owner(Row answered) {
        About about = answered.value(activity.about);
        return Optional.ofNullable(about)
                .map(record ->
                        records.rows(record.object(), List.of(record.id())).get(record.id()))
                .filter(row -> row.type().is(ObjectTrait.OWNED))
                .map(row -> row.value(CommonFields.OWNER))
                .orElseGet(() -> answered.value(CommonFields.OWNER));
    }

    private void tell(ReceivedMail mail, Row answered, @Nullable About about, @Nullable RecordId owner) {
        List<RecordId> people = Stream.of(owner, answered.value(CommonFields.OWNER))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String from = Objects.requireNonNullElse(mail.from().name(), mail.from().address());
        Notice notice = Notice.of(KIND, Said.coded("notice.mail", from))
                .saying(new Said.Literally(subject(mail, answered)))
                .once("mail " + mail.messageId());
        notifications.tell(people, about == null ? notice : notice.about(about));
    }

    /** As it was formatted, with the images that came along and no others; null where that is more than a field holds. */
    private @Nullable String html(ReceivedMail mail, Map<ReceivedFile, RecordId> files) {
        if (mail.html() == null || mail.html().length() > LONGEST_HTML) {
            return null;
        }
        // what stands in our store already was not brought by the mail
        String html = MailText.clean(mail.html()).replace("/api/v1/files/", "");
        Map<String, RecordId> shown = new HashMap<>();
        files.forEach((file, id) -> {
            if (file.contentId() != null) {
                shown.put(file.contentId(), id);
            }
        });
        html = CID.matcher(html).replaceAll(image -> {
            RecordId id = shown.get(image.group(1).replace("%40", "@"));
            return id == null ? "" : "/api/v1/files/" + id;
        });
        return richText.coerce(html, contexts.current()) instanceof Coerced.Good<String>(var good)
                        && good != null
                        && files.values().containsAll(richText.files(good))
                ? good
                : null;
    }
}
