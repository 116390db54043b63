package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.IdentityProperties;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Letter;
import io.hemai.messaging.LetterBody;
import io.hemai.messaging.MailSettings;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Row;
import io.hemai.records.store.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes a mail of what somebody was told, as that person may read it at that moment. */
@Component
class NewsMail {
    /** So many are told each, of the others their number. */
    static final int TOLD = 20;

    private static final int LONGEST_BODY = 500;

    private final NotificationObject notification;
    private final Metadata metadata;
    private final Labels labels;
    private final Wording wording;
    private final MailSettings settings;
    private final ObjectProvider<AnswersByMail> answers;
    private final String address;

    NewsMail(
            NotificationObject notification,
            Metadata metadata,
            Labels labels,
            Wording wording,
            MailSettings settings,
            ObjectProvider<AnswersByMail> answers,
            IdentityProperties identity) {
        this.notification = notification;
        this.metadata = metadata;
        this.labels = labels;
        this.wording = wording;
        this.settings = settings;
        this.answers = answers;
        this.address = String.valueOf(identity.baseUrl()).replaceAll("/+$", "");
    }

    /** The mail to the person's address; empty when the person may read nothing of it any more. */
    Optional<Letter> of(UserIdentity person, String email, List<Row> news) {
        Map<About, String> names = Acting.call(person, () -> names(news));
        List<Row> readable = news.stream()
                .filter(row ->
                        row.value(notification.about) == null || names.containsKey(row.value(notification.about)))
                .toList();
        return readable.isEmpty() ? Optional.empty() : Optional.of(letter(person, email, readable, names));
    }

    private Map<About, String> names(List<Row> news) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        news.stream().map(row -> row.value(notification.about)).forEach(about -> {
            if (about != null) {
                wanted.computeIfAbsent(about.object(), object -> new HashSet<>())
                        .add(about.id());
            }
        });
        Map<About, String> names = new HashMap<>();
        wanted.forEach((object, ids) -> metadata.current()
                .find(object)
                .ifPresent(type -> labels.of(type, ids).forEach((id, name) -> names.put(new About(object, id), name))));
        return names;
    }

    private Letter letter(UserIdentity person, String email, List<Row> news, Map<About, String> names) {
        Locale language = person.locale();
        LetterBody body = new LetterBody();
        List<Row> told = news.stream().limit(TOLD).toList();
        Map<Row, String> ways = ways(person, told);
        told.forEach(row -> {
            body.heading(title(row, names, language));
            String more = row.value(notification.body);
            if (more != null) {
                body.words(more.length() <= LONGEST_BODY ? more : more.substring(0, LONGEST_BODY) + "…");
            }
            About about = row.value(notification.about);
            String way = ways.get(row);
            if (way != null) {
                body.link(wording.text("mail.news.answer", language), address + way);
            }
            body.link(wording.text("mail.news.open", language), address + (about == null ? "/messages" : path(about)));
        });
        if (news.size() > TOLD) {
            body.link(wording.text("mail.news.more", language, news.size() - TOLD), address + "/messages");
        }
        body.line();
        body.link(wording.text("mail.news.why", language), address + "/settings/account");
        String subject = news.size() == 1
                ? title(news.getFirst(), names, language)
                : wording.text("mail.news.subject", language, news.size());
        return new Letter(email, language, subject, body);
    }

    /** Where the person answers what can be answered from the mail. */
    private Map<Row, String> ways(UserIdentity person, List<Row> told) {
        Map<Row, String> ways = new HashMap<>();
        List<Row> asked = told.stream()
                .filter(row -> row.value(notification.key) != null && row.value(notification.about) != null)
                .toList();
        Set<About> records =
                asked.stream().map(row -> row.require(notification.about)).collect(Collectors.toSet());
        answers.stream()
                .filter(one -> settings.answers())
                .forEach(one -> one.paths(person, records)
                        .forEach((key, path) -> asked.stream()
                                .filter(row ->
                                        row.require(notification.key).startsWith(Telling.key(person.user(), key)))
                                .forEach(row -> ways.put(row, path))));
        return ways;
    }

    /** What was told, and of which record where that is one. */
    private String title(Row row, Map<About, String> names, Locale language) {
        String name = name(row, names);
        return name == null || name.isEmpty() ? row.label() : wording.text("mail.news.of", language, row.label(), name);
    }

    private @Nullable String name(Row row, Map<About, String> names) {
        About about = row.value(notification.about);
        return about == null || row.require(notification.count) > 1 ? null : names.get(about);
    }

    private static String path(About about) {
        return "/" + about.object() + "/" + about.id();
    }
}
