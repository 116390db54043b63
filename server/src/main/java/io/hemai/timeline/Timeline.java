package io.hemai.timeline;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Actor;
import io.hemai.journal.ActorKind;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.StoredFile;
import io.hemai.records.store.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that happened around a record, newest first: activities, tasks, attachments, comments, and what became of the record itself. */
@Component
class Timeline {
    private static final String CHANGES = "changes";
    private static final String USER = "user";
    private static final SystemIdentity TELLING = new SystemIdentity("timeline", "tells what was said about a record");

    private final Records records;
    private final Journal journal;
    private final Gate gate;
    private final Metadata metadata;
    private final Labels labels;
    private final ChangesTold told;
    private final MailFiles mailFiles;
    private final List<TimelineObject> objects;

    Timeline(
            Records records,
            Journal journal,
            Gate gate,
            Metadata metadata,
            Labels labels,
            ChangesTold told,
            MailFiles mailFiles,
            List<TimelineObject> objects) {
        this.records = records;
        this.journal = journal;
        this.gate = gate;
        this.metadata = metadata;
        this.labels = labels;
        this.told = told;
        this.mailFiles = mailFiles;
        this.objects = List.copyOf(objects);
    }

    /** Items, and where the next page begins; null when there are no more. */
    record Page(List<TimelineItem> items, @Nullable TimelinePlace next) {}

    /**
     * Something that may become an item.
     *
     * @param entry id of the journal entry; 0 for a record
     * @param item null when there is nothing to tell
     */
    private record Candidate(
            String id, Instant at, long entry, @Nullable TimelineItem item) {}

    /** What a timeline is made of: changes of the record itself, and each object that tells of it. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>(Set.of(CHANGES));
        objects.forEach(object -> parts.add(object.name()));
        return parts;
    }

    /**
     * A page; the record must be readable.
     *
     * @param only the parts to tell of
     */
    Page page(String object, RecordId id, TimelinePlace from, int limit, Set<String> only, Locale reader) {
        Row record = records.read(object, id);
        List<Entry> entries = only.contains(CHANGES) ? journal.of(object, id, from.entry(), limit + 1) : List.of();
        List<Candidate> all = new ArrayList<>(candidates(record, entries, reader));
        Map<Row, TimelineObject> around = new LinkedHashMap<>();
        for (TimelineObject one :
                objects.stream().filter(o -> only.contains(o.name())).toList()) {
            rows(one, record, from, limit).forEach(row -> around.put(row, one));
        }
        Map<RecordId, String> people = people(around.keySet());
        Map<RecordId, List<StoredFile>> files = mailFiles.of(around.keySet());
        around.forEach((row, one) -> all.add(candidate(row, one, people, files.getOrDefault(row.id(), List.of()))));
        all.sort(Comparator.comparing(Candidate::at).reversed());
        Instant horizon = entries.size() > limit ? all(entries) : null;
        return cut(all, from, limit, horizon);
    }

    /** Behind the last entry that was read there may be others that come before older activities. */
    private static Instant all(List<Entry> entries) {
        return entries.stream().map(Entry::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Entries in the order of their ids, which a clock that jitters may not undo. */
    private List<Candidate> candidates(Row record, List<Entry> entries, Locale reader) {
        Map<Long, TimelineItem> items = told.items(record, entries, reader);
        List<Candidate> found = new ArrayList<>();
        Rights rights = gate.rights(Acting.who(), record.type());
        Instant latest = Instant.MAX;
        for (Entry entry : entries) {
            Instant at = ChangesTold.began(record, rights, entry).orElse(entry.at());
            latest = at.isBefore(latest) ? at : latest;
            found.add(new Candidate(Long.toString(entry.id()), latest, entry.id(), items.get(entry.id())));
        }
        return found;
    }

    private Page cut(List<Candidate> all, TimelinePlace from, int limit, @Nullable Instant horizon) {
        List<TimelineItem> items = new ArrayList<>();
        Instant at = from.at();
        Set<String> shown = new HashSet<>(from.shown());
        long entry = from.entry();
        boolean more = horizon != null;
        for (Candidate candidate : all) {
            if (from.shown().contains(candidate.id())) {
                continue;
            }
            if (items.size() == limit || (horizon != null && candidate.at().isBefore(horizon))) {
                more = true;
                break;
            }
            if (!candidate.at().equals(at)) {
                at = candidate.at();
                shown.clear();
            }
            shown.add(candidate.id());
            entry = candidate.entry() == 0 ? entry : candidate.entry();
            if (candidate.item() != null) {
                items.add(candidate.item());
            }
        }
        return new Page(items, more ? new TimelinePlace(at, shown, entry) : null);
    }

    /** The records of the object about this one, as far as they may be read. */
    private List<Row> rows(TimelineObject object, Row about, TimelinePlace from, int limit) {
        Rights rights = rights(object);
        Field<Instant> at = object.at();
        Field<?> link = object.concerned().stream()
                .filter(l -> l.name().equals(about.type().name()))
                .<Field<?>>map(l -> l)
                .findFirst()
                .orElse(object.about);
        if (rights.read().equals(Filter.none()) || !rights.sees(link) || !rights.sees(at)) {
            return List.of();
        }
        Query query = Query.of(object)
                .where(Filter.leaf(link.name(), Op.EQ, about.id().toString()).and(object.told()))
                .sort(Sort.byDescending(at))
                .limit(limit + from.shown().size() + 1);
        Query page = from.isStart() ? query : query.where(Filter.leaf(at.name(), Op.LE, from.at()));
        // the record itself may be read, or nobody would come here; by what it says it is about no right follows a
        // parent
        return link.equals(object.about) && object.traits().contains(ObjectTrait.PERSONAL)
                ? Acting.call(TELLING, () -> records.list(page))
                : records.list(page);
    }

    private Rights rights(TimelineObject object) {
        ObjectType type = records.type(object);
        return gate.rights(Acting.who(), type);
    }

    private Map<RecordId, String> people(Set<Row> rows) {
        Set<RecordId> ids = rows.stream()
                .map(r -> r.value(CommonFields.OWNER))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return metadata.current().find(USER).map(type -> labels.of(type, ids)).orElse(Map.of());
    }

    private Candidate candidate(Row row, TimelineObject object, Map<RecordId, String> people, List<StoredFile> files) {
        Rights rights = rights(object);
        Instant at = row.require(object.at());
        String title = text(row, rights, object.title());
        RecordId owner = rights.sees(CommonFields.OWNER) ? row.value(CommonFields.OWNER) : null;
        TimelineItem item = new TimelineItem(
                row.id().toString(),
                at,
                object.itemKind(row, rights),
                title,
                text(row, rights, object.words()),
                object.name(),
                row.id(),
                title,
                owner == null ? null : actor(owner, people),
                null,
                null,
                facts(row, object, rights),
                files,
                List.of());
        return new Candidate(item.id(), at, 0, item);
    }

    private static Map<String, Object> facts(Row row, TimelineObject object, Rights rights) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Field<?> field : object.facts(row)) {
            Object value = rights.sees(field) ? row.value(field) : null;
            if (value != null) {
                facts.put(field.name(), plain(value));
            }
        }
        return facts;
    }

    /** As the API tells choices and links. */
    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            case RecordId link -> link.toString();
            default -> value;
        };
    }

    private static Actor actor(RecordId owner, Map<RecordId, String> people) {
        return new Actor(ActorKind.USER, owner, people.getOrDefault(owner, ""));
    }

    private static @Nullable String text(Row row, Rights rights, Field<?> field) {
        Object value = row.value(field);
        if (value == null || !rights.knows(field)) {
            return null;
        }
        return rights.sees(field) ? value.toString() : "***";
    }
}
