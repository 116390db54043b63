package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells people what came about. Part of the transaction in which it did: rows are written, and nothing leaves the process.
 */
@Component
public class Notifications {
    static final SystemIdentity TELLING = new SystemIdentity("notification", "tells people");

    private final NotificationObject notification;
    private final Records records;
    private final Readers readers;
    private final Telling telling;
    private final Clock clock;

    Notifications(NotificationObject notification, Records records, Readers readers, Telling telling, Clock clock) {
        this.notification = notification;
        this.records = records;
        this.readers = readers;
        this.telling = telling;
        this.clock = clock;
    }

    /** Tells each of the people who work here and may read what it is about. */
    public void tell(Collection<RecordId> people, Notice notice) {
        tell(people.stream().distinct().collect(Collectors.toMap(Function.identity(), person -> List.of(notice))));
    }

    /** Tells many people at once, each their own; for acts on many records. */
    public void tell(Map<RecordId, List<Notice>> news) {
        if (!news.isEmpty()) {
            records.together(() -> {
                Map<RecordId, UserIdentity> people = readers.of(news.keySet());
                return Acting.call(TELLING, () -> telling.tell(people, news));
            });
        }
    }

    /** What was told under the key needs nobody's attention any more, whoever had been told. */
    public void settle(Collection<RecordId> people, String key) {
        List<String> keys =
                people.stream().map(person -> Telling.key(person, key)).toList();
        if (!keys.isEmpty()) {
            seen(notification.key.in(keys));
        }
    }

    /** Notes that the person has seen everything; answers how much that was. */
    long seeAll(RecordId person) {
        return seen(CommonFields.OWNER.is(person));
    }

    /** In transactions of its own, where none is open, since there may be many. */
    private long seen(Filter which) {
        long all = 0;
        for (int some = Limits.CHUNK; some == Limits.CHUNK; all += some) {
            some = noting(() -> records.together(() -> seeSome(which)));
        }
        return all;
    }

    private int seeSome(Filter which) {
        Instant now = clock.instant();
        List<Row> unseen = records.list(Query.of(notification)
                .where(which.and(notification.seenAt.isEmpty()))
                .limit(Limits.CHUNK));
        Map<RecordId, Values> noted =
                unseen.stream().collect(Collectors.toMap(Row::id, row -> Values.of(notification.seenAt, now)));
        records.update(notification, noted, "see");
        return unseen.size();
    }

    private static <T> T noting(Supplier<T> work) {
        return Acting.call(TELLING, work);
    }
}
