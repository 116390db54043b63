package io.hemai.correspondence;

import io.hemai.access.Rights;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordTexts;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills a template with what the record says to who acts; nothing is sent. */
@Component
final class DraftMail implements Verb<DraftMail.Input, DraftMail.Drafted> {
    /** The place for the name of who writes. */
    static final String ME = "me";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 100_000;

    private final MailTemplateObject template;
    private final SendMail sendMail;
    private final Senders senders;
    private final Records records;
    private final RecordTexts texts;

    DraftMail(MailTemplateObject template, SendMail sendMail, Senders senders, Records records, RecordTexts texts) {
        this.template = template;
        this.sendMail = sendMail;
        this.senders = senders;
        this.records = records;
        this.texts = texts;
    }

    /** With which words. */
    record Input(
            @Asked(target = "mail_template", required = true) @Nullable
            RecordId template) {}

    /** What may be sent so, or written on. */
    record Drafted(String subject, String body) {}

    @Override
    public String object() {
        return "*";
    }

    @Override
    public String name() {
        return "draft_mail";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return sendMail.offeredFor(type);
    }

    @Override
    public boolean permitted(Rights rights) {
        return sendMail.permitted(rights);
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Drafted run(Row record, Input input) {
        if (input.template() == null) {
            throw Refusal.ofField("template", KernelError.MISSING, "template");
        }
        Row words = records.read(template, input.template());
        String object = words.value(template.object);
        if (object != null && !object.equals(record.type().name())) {
            throw Refusal.ofField("template", CorrespondenceError.OTHER_OBJECT, words.label());
        }
        Template subject = Template.of(words.require(template.subject));
        Template body = Places.in(words.require(template.body));
        Set<String> places = new HashSet<>(subject.names());
        places.addAll(body.names());
        Map<String, String> said = new HashMap<>(
                texts.of(record.type(), Set.of(record.id()), places).getOrDefault(record.id(), Map.of()));
        said.put(ME, senders.name());
        Map<String, String> formatted = new HashMap<>();
        said.forEach((name, text) ->
                formatted.put(name, HtmlUtils.htmlEscape(text, "UTF-8").replace("\n", "<br>")));
        return new Drafted(subject.filled(said, LONGEST_SUBJECT), body.filled(formatted, LONGEST_BODY));
    }
}
