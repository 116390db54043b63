package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Op;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.EmailType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.verb.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails a customer, a contact or a lead, and notes that among what was done about the record. */
@Component
public final class MailAction implements Action<MailAction.Input> {
    /** The object that notes it. */
    public static final String NOTED = "activity";

    private static final String USER = "user";
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 10_000;

    private static final Duration SOME = Duration.ofSeconds(1);

    private final Metadata metadata;

    MailAction(Metadata metadata) {
        this.metadata = metadata;
    }

    /**
     * The mail.
     *
     * @param to field of the record: a mail address, or a link to a record that has one
     * @param subject with places for fields, such as <code>{{name}}</code>
     * @param body the same; an empty line begins a paragraph
     * @param working whether it is sent only while those work whose record it is
     */
    record Input(
            @Asked(kind = "field", required = true) @Nullable
            String to,

            @Asked(kind = "template", required = true) @Nullable
            String subject,

            @Asked(kind = "template", required = true) @Nullable
            String body,

            @Nullable Boolean working) {}

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        check.field("to", input.to()).ifPresent(field -> checkAddressee(field, check));
        check(input.subject(), "subject", LONGEST_SUBJECT, check);
        check(input.body(), "body", LONGEST_BODY, check);
        check.creates("", NOTED, Map.of("subject", "x"));
    }

    private void check(@Nullable String text, String member, int longest, Check check) {
        if (text == null || text.isBlank()) {
            check.refuse(member, KernelError.MISSING, member);
            return;
        }
        if (text.length() > longest) {
            check.refuse(member, AutomationError.TEXT_TOO_LONG, longest);
        }
        Template.of(text)
                .names()
                .forEach(name -> check.field(member, name)
                        .flatMap(this::linked)
                        .ifPresent(target -> checkReadable(name, target.nameField(), member, check)));
    }

    /** The field holds an address, or links to customers or the like who have one; colleagues are notified. */
    private void checkAddressee(Field<?> field, Check check) {
        Optional<ObjectType> target = linked(field);
        Optional<Field<?>> address = target.flatMap(MailAction::address);
        if (target.isPresent() ? address.isEmpty() || isColleague(field) : !(field.type() instanceof EmailType)) {
            check.refuse("to", AutomationError.NO_ADDRESS_FIELD, field.name());
        }
        address.ifPresent(one -> checkReadable(field.name(), one, "to", check));
    }

    /** What is read over a link is mailed as Hemai reads it: who draws the flow must be able to read all of that. */
    private static void checkReadable(String link, Field<?> field, String member, Check check) {
        check.filter(member, Filter.leaf(link + "." + field.name(), Op.NOT_EMPTY, null));
    }

    private Optional<ObjectType> linked(Field<?> field) {
        return field.type() instanceof LinkType link ? metadata.current().find(link.target()) : Optional.empty();
    }

    private static boolean isColleague(Field<?> field) {
        return field.type() instanceof LinkType link && link.target().equals(USER);
    }

    /** The field by which records of the object are mailed to. */
    public static Optional<Field<?>> address(ObjectType type) {
        return type.fields().stream()
                .filter(field -> field.type() instanceof EmailType)
                .findFirst();
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        if (Boolean.TRUE.equals(input.working())) {
            Instant open = opening(moment);
            if (open.isAfter(moment.now())) {
                return new Outcome.Later(open);
            }
        }
        return new Outcome.Mail(
                Objects.requireNonNull(input.to()),
                Template.of(Objects.requireNonNull(input.subject())),
                Template.of(Objects.requireNonNull(input.body())));
    }

    /** When somebody works next; now, if somebody does. */
    private static Instant opening(Moment moment) {
        return moment.workingTime().after(moment.now(), 0, SOME).minus(SOME);
    }
}
