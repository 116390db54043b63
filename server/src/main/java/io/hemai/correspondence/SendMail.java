package io.hemai.correspondence;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Html;
import io.hemai.messaging.Outbox;
import io.hemai.messaging.PersonalMail;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import io.hemai.timeline.ActivityKind;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.AttachmentObject;
import io.hemai.timeline.MailState;
import io.hemai.timeline.TimelineObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails the people whom a record is about; the mail stands on its timeline, and so will their answers. */
@Component
final class SendMail implements Verb<SendMail.Input, SendMail.Sent> {
    /** So long one may think better of it. */
    static final Duration UNDO = Duration.ofSeconds(10);

    private final ActivityObject activity;
    private final AttachmentObject attachment;
    private final List<TimelineObject> timeline;
    private final Drafts drafts;
    private final Senders senders;
    private final Threads threads;
    private final Outbox outbox;
    private final Records records;
    private final Gate gate;
    private final Clock clock;

    SendMail(
            ActivityObject activity,
            AttachmentObject attachment,
            List<TimelineObject> timeline,
            Drafts drafts,
            Senders senders,
            Threads threads,
            Outbox outbox,
            Records records,
            Gate gate,
            Clock clock) {
        this.activity = activity;
        this.attachment = attachment;
        this.timeline = List.copyOf(timeline);
        this.drafts = drafts;
        this.senders = senders;
        this.threads = threads;
        this.outbox = outbox;
        this.records = records;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * The mail.
     *
     * @param to addresses, with names before them or without: {@code 张伟 <zhang@example.com>}; as those of cc and bcc
     * @param body rich text
     * @param files what to attach, stored before
     * @param answers the mail that is answered; what it is about, this one is about, too
     */
    record Input(
            @Asked(required = true) @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable List<String> bcc,

            @Asked(like = "activity.subject", required = true) @Nullable
            String subject,

            @Asked(kind = "rich_text", required = true) @Nullable
            String body,

            @Nullable List<RecordId> files,
            @Asked(target = "activity") @Nullable RecordId answers) {}

    /**
     * That it will leave.
     *
     * @param activity what stands for it on the timeline
     * @param leavesAt until when it can be taken back
     */
    record Sent(RecordId activity, Instant leavesAt) {}

    @Override
    public String object() {
        return "*";
    }

    @Override
    public String name() {
        return "send_mail";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return outbox.isOpen()
                && type.is(ObjectTrait.OWNED)
                && !type.is(ObjectTrait.PERSONAL)
                && timeline.stream().noneMatch(object -> object.name().equals(type.name()));
    }

    /** Who may note down what was done may do it; the record itself is not changed. */
    @Override
    public boolean permitted(Rights rights) {
        return gate.rights(Acting.who(), records.type(activity)).create();
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Sent run(Row record, Input input) {
        Draft draft = drafts.of(input);
        Row answered = draft.answers();
        About about = about(record, answered);
        Values values = noted(draft).set(activity.about, about).set(CommonFields.OWNER, senders.owner(record));
        RecordId mail = records.create(
                activity, answered == null ? values : values.set(activity.mailThread, threads.of(answered)));
        records.create(
                attachment,
                draft.files().stream()
                        .map(file -> Values.of(attachment.file, file)
                                .set(attachment.activity, mail)
                                .set(attachment.about, about))
                        .toList());
        Instant leaves = clock.instant().plus(UNDO);
        outbox.put(mail(mail, draft, answered == null ? List.of() : threads.references(answered)), leaves);
        return new Sent(mail, leaves);
    }

    /** An answer is about what the mail was about that it answers, wherever that was read. */
    private About about(Row record, @Nullable Row answered) {
        About standing = answered == null ? null : answered.value(activity.about);
        boolean readable = standing != null
                && records.rows(standing.object(), List.of(standing.id())).containsKey(standing.id());
        return standing == null || !readable ? new About(record.type().name(), record.id()) : standing;
    }

    private PersonalMail mail(RecordId id, Draft draft, List<String> references) {
        return new PersonalMail(
                id,
                senders.name(),
                senders.address(),
                draft.to(),
                draft.cc(),
                draft.bcc(),
                draft.subject(),
                draft.html(),
                draft.images(),
                references,
                draft.files());
    }

    private Values noted(Draft draft) {
        return Values.of(activity.kind, ActivityKind.MAIL)
                .set(activity.direction, "outbound")
                .set(activity.subject, draft.subject())
                .set(activity.body, MailText.body(Html.text(draft.html())))
                .set(activity.mailHtml, draft.html())
                .set(activity.mailState, MailState.SENDING)
                .set(activity.mailFrom, outbox.sender(senders.name()).toString())
                .set(activity.mailTo, Draft.text(draft.to()))
                .set(activity.mailCc, Draft.text(draft.cc()))
                .set(activity.mailBcc, Draft.text(draft.bcc()));
    }
}
