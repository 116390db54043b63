package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Outbox;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.RecordTexts;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.store.Labels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out which notifications come of notices, and writes them. */
@Component
class Telling {
    /** How long what comes from one origin counts as coming together. */
    static final Duration TOGETHER = Duration.ofMinutes(10);
    /** So many from one origin are told each for itself. */
    static final int SINGLY = 3;

    /** So long a notice may grow before a mail tells of it, and as often one tells that it went on. */
    static final Duration GROWS = Duration.ofMinutes(30);

    private static final int LONGEST_TITLE = 250;

    private final NotificationObject notification;
    private final Records records;
    private final Metadata metadata;
    private final Labels labels;
    private final RecordTexts texts;
    private final Wording wording;
    private final Wishes wishes;
    private final Outbox outbox;
    private final Clock clock;

    Telling(
            NotificationObject notification,
            Records records,
            Metadata metadata,
            Labels labels,
            RecordTexts texts,
            Wording wording,
            Wishes wishes,
            Outbox outbox,
            Clock clock) {
        this.notification = notification;
        this.records = records;
        this.metadata = metadata;
        this.labels = labels;
        this.texts = texts;
        this.wording = wording;
        this.wishes = wishes;
        this.outbox = outbox;
        this.clock = clock;
    }

    static String key(RecordId person, String key) {
        return person + " " + key;
    }

    /** Tells the people what of the news is for them. */
    boolean tell(Map<RecordId, UserIdentity> people, Map<RecordId, List<Notice>> news) {
        Map<RecordId, Wish> wished = wishes.of(people.keySet());
        Map<UserIdentity, List<Notice>> readable = new LinkedHashMap<>();
        people.forEach((id, person) -> {
            List<Notice> some =
                    readable(person, wanted(Objects.requireNonNull(wished.get(id)), news.getOrDefault(id, List.of())));
            if (!some.isEmpty()) {
                readable.put(person, some);
            }
        });
        Set<String> told = told(readable);
        Map<String, List<Row>> recent = recent(readable);
        List<Values> fresh = new ArrayList<>();
        Map<RecordId, Values> grown = new HashMap<>();
        readable.forEach((person, notices) -> {
            Reader reader =
                    new Reader(person, Objects.requireNonNull(wished.get(person.user())), texts(person, notices));
            byOrigin(person, notices, told).forEach((origin, some) -> {
                List<Row> before = recent.getOrDefault(person.user() + " " + origin, List.of());
                tell(reader, some, before, fresh, grown);
            });
        });
        if (!fresh.isEmpty()) {
            records.create(notification, fresh);
        }
        records.update(notification, grown, null);
        return true;
    }

    /**
     * Somebody who is told something.
     *
     * @param wish how that person wants to be told
     * @param texts what the records of it say to that person
     */
    private record Reader(UserIdentity person, Wish wish, Map<RecordId, Map<String, String>> texts) {
        Map<String, String> of(Notice notice) {
            return notice.about() == null
                    ? Map.of()
                    : texts.getOrDefault(notice.about().id(), Map.of());
        }
    }

    private static List<Notice> wanted(Wish wish, List<Notice> notices) {
        return notices.stream()
                .filter(notice -> wish.way(notice.kind()) != Way.NONE)
                .toList();
    }

    /** What the records say to the person, as far as the notices tell of it. */
    private Map<RecordId, Map<String, String>> texts(UserIdentity person, List<Notice> notices) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        Set<String> fields = new HashSet<>();
        for (Notice notice : notices) {
            Set<String> told = notice.fields();
            if (notice.about() != null && !told.isEmpty()) {
                fields.addAll(told);
                wanted.computeIfAbsent(notice.about().object(), o -> new HashSet<>())
                        .add(notice.about().id());
            }
        }
        Map<RecordId, Map<String, String>> said = new HashMap<>();
        Acting.run(
                person,
                () -> wanted.forEach(
                        (object, ids) -> said.putAll(texts.of(metadata.current().require(object), ids, fields))));
        return said;
    }

    /** In the person's own session, by one question for each object. */
    private List<Notice> readable(UserIdentity person, List<Notice> notices) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        notices.stream().map(Notice::about).forEach(about -> {
            if (about != null) {
                wanted.computeIfAbsent(about.object(), o -> new HashSet<>()).add(about.id());
            }
        });
        Set<About> read = new HashSet<>();
        Acting.run(
                person,
                () -> wanted.forEach((object, ids) -> metadata.current()
                        .find(object)
                        .ifPresent(
                                type -> labels.of(type, ids).keySet().forEach(id -> read.add(new About(object, id))))));
        return notices.stream()
                .filter(notice -> notice.about() == null || read.contains(notice.about()))
                .toList();
    }

    /** The keys that were told before; nobody else tells them until this transaction ends. */
    private Set<String> told(Map<UserIdentity, List<Notice>> news) {
        Set<String> keys = new HashSet<>();
        news.forEach((person, notices) -> notices.forEach(notice -> {
            if (notice.key() != null) {
                keys.add(key(person.user(), notice.key()));
            }
        }));
        if (keys.isEmpty()) {
            return keys;
        }
        records.alone(keys.stream().map(key -> notification.name() + " " + key).toList());
        Set<String> told = new HashSet<>();
        chunks(List.copyOf(keys))
                .forEach(some -> records.list(Query.of(notification)
                                .where(notification.key.in(some))
                                .limit(some.size()))
                        .forEach(row -> told.add(row.require(notification.key))));
        return told;
    }

    /** What the people were told lately from the same origins and have not seen, the latest first; nobody else adds to it meanwhile. */
    private Map<String, List<Row>> recent(Map<UserIdentity, List<Notice>> news) {
        Set<RecordId> people = new HashSet<>();
        Set<String> origins = new HashSet<>();
        news.forEach((person, notices) -> notices.forEach(notice -> {
            if (notice.origin() != null) {
                people.add(person.user());
                origins.add(notice.origin());
            }
        }));
        Map<String, List<Row>> recent = new HashMap<>();
        Instant since = clock.instant().minus(TOGETHER);
        for (List<RecordId> some : chunks(List.copyOf(people))) {
            for (List<String> from : chunks(List.copyOf(origins))) {
                Filter lately = CommonFields.OWNER
                        .in(some)
                        .and(notification.origin.in(from))
                        .and(notification.seenAt.isEmpty())
                        .and(notification.toldAt.atLeast(since));
                lockedLatest(lately)
                        .forEach(row -> recent.computeIfAbsent(
                                        row.require(CommonFields.OWNER) + " " + row.require(notification.origin),
                                        o -> new ArrayList<>())
                                .add(row));
            }
        }
        return recent;
    }

    private List<Row> lockedLatest(Filter lately) {
        List<RecordId> found = records.list(Query.of(notification).where(lately).limit(Limits.BATCH)).stream()
                .map(Row::id)
                .toList();
        return records.changeable(records.type(notification), found).values().stream()
                .sorted(Comparator.comparing(row -> row.require(notification.toldAt), Comparator.reverseOrder()))
                .toList();
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
            chunks.add(all.subList(from, Math.min(from + Limits.IN_VALUES, all.size())));
        }
        return chunks;
    }

    /** Those that are new, by origin; each for itself where it has none. */
    private static Map<String, List<Notice>> byOrigin(UserIdentity person, List<Notice> notices, Set<String> told) {
        Map<String, List<Notice>> by = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if (notice.key() == null || told.add(key(person.user(), notice.key()))) {
                by.computeIfAbsent(notice.origin() == null ? " " + by.size() : notice.origin(), o -> new ArrayList<>())
                        .add(notice);
            }
        }
        return by;
    }

    private void tell(
            Reader reader, List<Notice> notices, List<Row> before, List<Values> fresh, Map<RecordId, Values> grown) {
        Notice last = notices.getLast();
        Optional<Row> growing = before.stream()
                .filter(row -> row.require(notification.count) > 1)
                .findFirst()
                .or(() -> before.stream().limit(before.size() < SINGLY ? 0 : 1).findFirst());
        if (growing.isPresent()) {
            long count = growing.get().require(notification.count) + notices.size();
            grown.put(
                    growing.get().id(),
                    values(reader, last, count).set(notification.mailAt, mailAt(reader, last, growing.get())));
        } else if (before.size() + notices.size() <= SINGLY) {
            notices.forEach(notice -> fresh.add(single(reader, notice)));
        } else {
            fresh.add(values(reader, last, notices.size())
                    .set(CommonFields.OWNER, reader.person().user()));
        }
    }

    private Values single(Reader reader, Notice notice) {
        return values(reader, notice, 1)
                .set(CommonFields.OWNER, reader.person().user())
                .set(
                        notification.key,
                        notice.key() == null ? null : key(reader.person().user(), notice.key()));
    }

    private Values values(Reader reader, Notice notice, long count) {
        Said title = notice.title();
        Locale language = reader.person().locale();
        String text = count == 1
                ? title.to(language, wording, reader.of(notice))
                : title.ofMany(count, language, wording, reader.of(notice));
        return Values.of(notification.name, cut(text.replaceAll("\\s+", " ").strip(), LONGEST_TITLE))
                .set(notification.body, count == 1 ? body(reader, notice) : null)
                .set(notification.kind, notice.kind())
                .set(notification.about, notice.about())
                .set(notification.by, notice.by())
                .set(notification.count, count)
                .set(notification.origin, notice.origin())
                .set(notification.mailAt, mailAt(reader, notice, null))
                .set(notification.toldAt, clock.instant());
    }

    /** When a mail tells it; where the notice grows, when that has come to rest, or has gone on for long. */
    private @Nullable Instant mailAt(Reader reader, Notice notice, @Nullable Row growing) {
        Instant now = clock.instant();
        Instant due = reader.wish()
                .mailAt(notice.kind(), now, reader.person().zone())
                .filter(at -> outbox.isOpen())
                .orElse(null);
        if (due == null || growing == null) {
            return due;
        }
        Instant planned = growing.value(notification.mailAt);
        if (planned == null) {
            Instant again = now.plus(GROWS);
            return due.isBefore(again) ? again : due;
        }
        Instant longest = growing.require(CommonFields.CREATED_AT).plus(GROWS);
        return due.isAfter(longest) ? planned : due;
    }

    private @Nullable String body(Reader reader, Notice notice) {
        return notice.body() == null
                ? null
                : cut(notice.body().to(reader.person().locale(), wording, reader.of(notice)), Said.LONGEST);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
