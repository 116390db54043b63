package io.hemai.automation.run;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.automation.Outcome;
import io.hemai.automation.action.MailAction;
import io.hemai.automation.store.FlowRun;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Letter;
import io.hemai.messaging.LetterBody;
import io.hemai.messaging.Outbox;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.records.RecordTexts;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes the mails of a step, of many runs at once, in the company's language. What a record says in them is as Hemai reads it: who
 * drew the flow had to be able to read it all. What is noted of them says which fields stood there, but not what they said, since
 * others read that.
 */
@Component
class FlowMail {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_NOTE = 10_000;

    private final Outbox outbox;
    private final Records records;
    private final RecordTexts texts;
    private final Metadata metadata;
    private final ObjectProvider<PeopleSource> people;

    FlowMail(
            Outbox outbox, Records records, RecordTexts texts, Metadata metadata, ObjectProvider<PeopleSource> people) {
        this.outbox = outbox;
        this.records = records;
        this.texts = texts;
        this.metadata = metadata;
        this.people = people;
    }

    /** What a run wants to be mailed about its record. */
    record Written(FlowRun run, Row record, Outcome.Mail mail) {}

    /** What was mailed about a record. */
    record Sent(Row record, String subject, String body) {
        /** As a record tells it that notes it. */
        Map<String, @Nullable Object> noted() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("kind", "mail");
            values.put("direction", "outbound");
            values.put("subject", subject);
            values.put("body", body);
            values.put(
                    "about",
                    Map.of("object", record.type().name(), "id", record.id().toString()));
            RecordId owner = owner(record);
            if (owner != null) {
                values.put(CommonFields.OWNER.name(), owner.toString());
            }
            return values;
        }
    }

    private static @Nullable RecordId owner(Row record) {
        return record.type().is(ObjectTrait.OWNED) ? record.value(CommonFields.OWNER) : null;
    }

    /** Puts the mails of runs at one step into the outbox, once for each step of each run; those are missing whose records have no address. */
    Map<RecordId, Sent> send(ObjectType type, List<Written> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        Outcome.Mail mail = all.getFirst().mail();
        List<Row> rows = all.stream().map(Written::record).toList();
        Map<RecordId, String> addresses = addresses(type.requireField(mail.to()), rows);
        Map<RecordId, String> owners = owners(type, rows);
        Map<RecordId, Map<String, String>> said = texts.of(
                type,
                addresses.keySet(),
                Stream.concat(mail.subject().names().stream(), mail.body().names().stream())
                        .toList());
        Map<String, String> labels = labels(type);
        List<Letter> letters = new ArrayList<>();
        Map<RecordId, Sent> sent = new HashMap<>();
        for (Written one : all) {
            RecordId record = one.record().id();
            String address = addresses.get(record);
            if (address != null) {
                letters.add(letter(one, address, owners.get(record), said.getOrDefault(record, Map.of())));
                String subject = mail.subject().filled(labels, LONGEST_SUBJECT);
                sent.put(
                        one.run().id(),
                        new Sent(one.record(), subject, mail.body().filled(labels, LONGEST_NOTE)));
            }
        }
        outbox.put(letters);
        return sent;
    }

    private static Letter letter(Written one, String address, @Nullable String owner, Map<String, String> values) {
        Outcome.Mail mail = one.mail();
        return new Letter(
                address,
                CurrentTenant.get().locale(),
                mail.subject().filled(values, LONGEST_SUBJECT),
                body(mail.body().filled(values, LONGEST_BODY)),
                owner,
                one.run().id() + " " + one.run().taken());
    }

    /** What is noted in the place of what a field says. */
    private static Map<String, String> labels(ObjectType type) {
        Locale language = CurrentTenant.get().locale();
        return type.fields().stream()
                .collect(Collectors.toMap(
                        Field::name, field -> "[" + field.label().in(language) + "]"));
    }

    /** Where answers go: to the owners who work here and have an address. */
    private Map<RecordId, String> owners(ObjectType type, List<Row> rows) {
        if (!type.is(ObjectTrait.OWNED)) {
            return Map.of();
        }
        Map<RecordId, Person> working = people.getObject()
                .persons(rows.stream()
                        .map(FlowMail::owner)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return addresses(
                type.requireField(CommonFields.OWNER.name()),
                rows.stream()
                        .filter(row -> {
                            Person person = working.get(owner(row));
                            return person != null && person.active();
                        })
                        .toList());
    }

    private static LetterBody body(String text) {
        LetterBody body = new LetterBody();
        for (String paragraph : text.strip().split("\\R\\h*\\R\\s*")) {
            body.words(paragraph);
        }
        return body;
    }

    /** By record: what the field says, or the record that it links to. */
    private Map<RecordId, String> addresses(Field<?> field, List<Row> rows) {
        Map<RecordId, String> addresses = new HashMap<>();
        if (field.type() instanceof LinkType link) {
            Optional<ObjectType> target = metadata.current().find(link.target());
            Optional<Field<?>> address = target.flatMap(MailAction::address);
            if (address.isPresent()) {
                Map<RecordId, Row> linked = records.rows(
                        link.target(),
                        rows.stream()
                                .map(row -> (RecordId) row.value(field))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
                rows.forEach(row -> {
                    Row to = row.value(field) instanceof RecordId id ? linked.get(id) : null;
                    if (to != null && to.value(address.get()) instanceof String text) {
                        addresses.put(row.id(), text);
                    }
                });
            }
            return addresses;
        }
        rows.forEach(row -> {
            if (row.value(field) instanceof String text) {
                addresses.put(row.id(), text);
            }
        });
        return addresses;
    }
}
