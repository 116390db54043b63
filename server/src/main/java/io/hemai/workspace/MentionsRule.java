package io.hemai.workspace;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Rule;
import io.hemai.timeline.TimelineObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/** Names only people who may read what the talk is about. */
abstract class MentionsRule implements Rule {
    /** More is shouting, and each is asked for their rights. */
    private static final int MOST = 20;

    private final TimelineObject object;
    private final Field<String> body;
    private final Records records;
    private final Metadata metadata;
    private final ObjectProvider<PeopleSource> people;

    MentionsRule(
            TimelineObject object,
            Field<String> body,
            Records records,
            Metadata metadata,
            ObjectProvider<PeopleSource> people) {
        this.object = object;
        this.body = body;
        this.records = records;
        this.metadata = metadata;
        this.people = people;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void apply(ChangeSet changes) {
        Map<Change, Map<RecordId, String>> named = new LinkedHashMap<>();
        for (Change change : changes.written()) {
            Map<RecordId, String> fresh = new LinkedHashMap<>(Mentions.in(change.value(body)));
            fresh.keySet().removeAll(Mentions.in(change.previous(body)).keySet());
            if (fresh.size() > MOST) {
                change.refuse(body, WorkspaceError.TOO_MANY_MENTIONS, MOST);
            } else if (!fresh.isEmpty()) {
                named.put(change, fresh);
            }
        }
        Map<RecordId, Set<About>> asked = new HashMap<>();
        named.forEach((change, persons) -> persons.keySet()
                .forEach(person -> asked.computeIfAbsent(person, p -> new HashSet<>())
                        .addAll(about(object, change).stream().toList())));
        Map<RecordId, Set<About>> read = new HashMap<>();
        asked.forEach((person, abouts) -> read.put(person, readable(person, abouts)));
        Map<RecordId, Person> known =
                asked.isEmpty() ? Map.of() : people.getObject().persons(asked.keySet());
        named.forEach((change, persons) -> persons.forEach((person, name) -> {
            if (Optional.ofNullable(known.get(person)).filter(Person::active).isEmpty()) {
                change.refuse(body, WorkspaceError.MENTION_UNKNOWN, name);
            } else if (about(object, change)
                    .filter(read.getOrDefault(person, Set.of())::contains)
                    .isEmpty()) {
                change.refuse(body, WorkspaceError.MENTION_UNREADABLE, name);
            }
        }));
    }

    /** What the record is about, or will be: the closest of its links where nothing is said. */
    static Optional<About> about(TimelineObject object, Change change) {
        return Optional.ofNullable(change.value(object.about))
                .or(() -> object.concerned().stream()
                        .filter(link -> change.value(link) != null)
                        .findFirst()
                        .map(link -> new About(link.name(), Objects.requireNonNull(change.value(link)))));
    }

    /** Those that the person reads, in a session of the person's own. */
    private Set<About> readable(RecordId person, Set<About> abouts) {
        Map<String, Set<RecordId>> wanted = new HashMap<>();
        abouts.forEach(about ->
                wanted.computeIfAbsent(about.object(), o -> new HashSet<>()).add(about.id()));
        Identity who = Acting.who();
        UserIdentity reader = UserIdentity.signedIn(person, "", who.zone(), who.locale());
        Set<About> read = new HashSet<>();
        Acting.run(
                reader,
                () -> wanted.forEach((name, ids) -> AnyRecords.rows(records, metadata, name, ids)
                        .keySet()
                        .forEach(id -> read.add(new About(name, id)))));
        return read;
    }
}
