package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.Letter;
import io.hemai.messaging.Outbox;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.tenancy.DueWork;
import io.hemai.tenancy.Tenants;
import io.hemai.tenancy.Writings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts mails of what people were told, and have not seen when its time has come, into the outbox: to each person one of all that is
 * due, in one transaction with the note that it needs no mail any more.
 */
@Component
class NewsPost extends DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(NewsPost.class);

    private final NotificationObject notification;
    private final Records records;
    private final Readers readers;
    private final Wishes wishes;
    private final NewsMail mail;
    private final Outbox outbox;
    private final Clock clock;

    NewsPost(
            NotificationObject notification,
            Records records,
            Readers readers,
            Wishes wishes,
            NewsMail mail,
            Outbox outbox,
            Writings writings,
            Tenants tenants,
            Clock clock) {
        super("mails of notifications", List.of(notification.name()), writings, tenants, clock);
        this.notification = notification;
        this.records = records;
        this.readers = readers;
        this.wishes = wishes;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected boolean takeSome() {
        return Acting.call(
                Notifications.TELLING,
                () -> first(notification.mailAt.below(clock.instant()))
                        .map(row -> tell(row.require(CommonFields.OWNER)))
                        .orElse(false));
    }

    /** Whom no mail can be written keeps no other from theirs: what was told stands in Hemai. */
    private boolean tell(RecordId person) {
        try {
            return records.together(() -> post(person));
        } catch (Refusal unfit) {
            LOG.error("no mail can be written to {}", person, unfit);
            return records.together(() -> {
                Map<RecordId, Values> noted = new HashMap<>();
                due(person).forEach(id -> noted.put(id, Values.of(notification.mailAt, null)));
                records.update(notification, noted, null);
                return true;
            });
        }
    }

    @Override
    protected Optional<Instant> nextDue() {
        return Acting.call(
                Notifications.TELLING,
                () -> first(notification.mailAt.isNotEmpty()).map(row -> row.require(notification.mailAt)));
    }

    private Optional<Row> first(Filter which) {
        return records
                .list(Query.of(notification)
                        .where(which)
                        .sort(Sort.by(notification.mailAt))
                        .limit(1))
                .stream()
                .findFirst();
    }

    /** What is about to be due comes along, so that one mail is enough. Another node that is at it has left nothing to do. */
    private boolean post(RecordId person) {
        List<Row> news = records.changeable(records.type(notification), due(person)).values().stream()
                .filter(row -> row.value(notification.mailAt) != null)
                .sorted(Comparator.comparing(row -> row.require(notification.toldAt)))
                .toList();
        Map<RecordId, Values> noted = new HashMap<>();
        news.forEach(row -> noted.put(row.id(), Values.of(notification.mailAt, null)));
        List<Row> unseen = news.stream()
                .filter(row -> row.value(notification.seenAt) == null)
                .toList();
        letter(person, unseen).ifPresent(letter -> outbox.put(List.of(letter)));
        records.update(notification, noted, null);
        return true;
    }

    private List<RecordId> due(RecordId person) {
        Instant soon = clock.instant().plus(wishes.waiting());
        return records
                .list(Query.of(notification)
                        .where(CommonFields.OWNER.is(person).and(notification.mailAt.below(soon)))
                        .limit(Limits.CHUNK))
                .stream()
                .map(Row::id)
                .toList();
    }

    /** To who works here and has an address. */
    private Optional<Letter> letter(RecordId person, List<Row> news) {
        Map<RecordId, UserIdentity> here = readers.of(List.of(person));
        Map<RecordId, String> addresses = readers.addresses(List.of(person));
        return news.isEmpty() || !outbox.isOpen() || !here.containsKey(person) || !addresses.containsKey(person)
                ? Optional.empty()
                : mail.of(here.get(person), addresses.get(person), news);
    }
}
