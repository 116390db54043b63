package io.hemai.timeline;

import io.hemai.access.Rights;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.OnDelete;
import io.hemai.records.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Something that was done with a customer: a call, a mail, a meeting, a visit, a note. */
@Component
public final class ActivityObject extends TimelineObject {
    public final Field<ActivityKind> kind =
            add(choice("kind", ActivityKind.class).required().initially(ActivityKind.NOTE));
    /** The body's first line where none is given. */
    public final Field<String> subject =
            add(text("subject").required().derived().searchable().naming());

    public final Field<String> body = add(longText("body").searchable());
    /** Now, unless given. */
    public final Field<Instant> happenedAt =
            add(datetime("happened_at").required().derived().indexed());

    public final Field<String> direction = add(choice("direction", "outbound", "inbound"));
    public final Field<String> outcome = add(openChoice(
            "outcome", "reached", "not_reached", "busy", "wrong_number", "interested", "not_interested", "call_back"));
    public final Field<Long> durationMinutes = add(count("duration_minutes"));
    public final Field<String> location = add(text("location"));

    /** What became of a mail that Hemai sent or got; empty for whatever else was done, and for mails noted down by hand. */
    public final Field<MailState> mailState =
            add(choice("mail_state", MailState.class).readOnly());

    public final Field<String> mailFrom = add(longText("mail_from").readOnly());
    /** Addresses, with names before them or without, separated by commas; as those of cc and bcc. */
    public final Field<String> mailTo = add(longText("mail_to").readOnly());

    public final Field<String> mailCc = add(longText("mail_cc").readOnly());
    public final Field<String> mailBcc = add(longText("mail_bcc").readOnly());
    /** What the body says, as it was formatted. */
    public final Field<String> mailHtml = add(richText("mail_html").readOnly());
    /** Why a mail could not be delivered. */
    public final Field<String> mailFailure = add(longText("mail_failure").readOnly());
    /** The mail that it began with; empty for that one. */
    public final Field<RecordId> mailThread =
            add(link("mail_thread", "activity", "mail_replies", OnDelete.CLEAR).readOnly());
    /** What mail programs know it by, RFC 5322. */
    public final Field<String> messageId =
            add(text("message_id").readOnly().hidden().unique());

    ActivityObject() {
        super("activity", "activities");
        section("main", kind, subject, about, happenedAt, CommonFields.OWNER, body);
        section("course", direction, outcome, durationMinutes, location);
        section("mail", mailState, mailFrom, mailTo, mailCc, mailBcc, mailFailure, mailThread, mailHtml);
        section("about", opportunity, lead, contact, account, CommonFields.DEPARTMENT);
    }

    @Override
    protected Field<Instant> at() {
        return happenedAt;
    }

    @Override
    protected Field<String> title() {
        return subject;
    }

    @Override
    protected Field<String> words() {
        return body;
    }

    @Override
    protected List<Field<?>> facts(Row row) {
        return row.value(mailState) == null
                ? List.of(outcome, durationMinutes)
                : List.of(direction, mailState, mailFrom, mailTo, mailCc, mailFailure, mailThread);
    }

    @Override
    protected String itemKind(Row row, Rights rights) {
        ActivityKind value = row.value(kind);
        return value == null || !rights.sees(kind) ? name() : value.name().toLowerCase(Locale.ROOT);
    }
}
